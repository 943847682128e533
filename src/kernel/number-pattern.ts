/**
 * A human number by a city's pattern: `{year}-{seq:6}` with year 2026 and seq 7 gives `2026-000007`.
 * `{name:n}` pads with zeros to n digits and never cuts. Names without a value stay as they are.
 */
export const numberByPattern = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{([a-z]+)(?::(\d+))?\}/g, (whole, name: string, width?: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value).padStart(Number(width ?? 0), '0');
  });
