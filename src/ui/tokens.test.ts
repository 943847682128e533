import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

const tokensOf = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));

/** Relative luminance (WCAG 2.2, definition of contrast ratio). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const texts = [
  ['ink', 'paper'],
  ['ink', 'paper-sunk'],
  ['ink', 'paper-raised'],
  ['ink', 'city-wash'],
  ['ink', 'turn-wash'],
  ['ink', 'alarm-wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'paper-sunk'],
  ['ink-soft', 'paper-raised'],
  ['ink-soft', 'city-wash'],
  ['ink-soft', 'turn-wash'],
  ['city', 'paper'],
  ['city', 'paper-sunk'],
  ['city', 'city-wash'],
  ['city', 'turn-wash'],
  ['city-deep', 'paper'],
  ['on-city', 'city'],
  ['on-city', 'city-deep'],
  ['turn', 'paper'],
  ['turn', 'turn-wash'],
  ['alarm', 'paper'],
  ['alarm', 'alarm-wash'],
] as const;

describe.each([
  ['by day', tokensOf(light)],
  ['by night', new Map([...tokensOf(light), ...tokensOf(dark)])],
])('colours %s', (_name, tokens) => {
  it.each(texts)('%s can be read on %s (4.5 to 1)', (text, ground) => {
    expect(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('the edge of a field stands out from the paper (3 to 1)', () => {
    expect(contrast(tokens.get('rule-strong') ?? '', tokens.get('paper') ?? '')).toBeGreaterThanOrEqual(3);
  });
});
