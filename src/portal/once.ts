/** Whether `ask` lets through: asked when it is wanted first, and then remembered. */
export function once(ask: () => Promise<unknown>): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  return () =>
    (answer ??= ask().then(
      () => true,
      () => false,
    ));
}
