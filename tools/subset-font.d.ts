declare module 'subset-font' {
  /** Makes a font of the letters of `text` only. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: string; variationAxes?: Record<string, unknown>; noLayoutClosure?: boolean },
  ): Promise<Buffer>;
}
