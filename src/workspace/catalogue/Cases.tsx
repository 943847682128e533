import type { Localized } from '#kernel/language.ts';
import { useLocal } from '#ui/text.tsx';
import { Condition } from './Condition.tsx';

type Case = Readonly<{ when: string; label: Localized; reason?: Localized | undefined }>;

/** What holds instead of the usual rule, in the order in which it is tried, with the conditions as they stand. */
export function Cases<T extends Case>({
  cases = [],
  show,
}: Readonly<{ cases?: readonly T[] | undefined; show: (one: T) => string }>) {
  const local = useLocal();
  return cases.map((one) => (
    <div key={one.when}>
      {local(one.label)}: {show(one)}
      {one.reason && <>. {local(one.reason)}</>}
      <Condition when={one.when} />
    </div>
  ));
}
