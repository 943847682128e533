import { describe, expect, it } from 'vitest';
import { berdem } from '../berdem.ts';

async function run(...args: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await berdem(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}

describe('the berdem command', () => {
  it('lists its commands, and explains one', async () => {
    expect((await run()).printed).toMatch(/check {2}/);
    expect((await run('help', 'check')).printed).toContain('berdem check DIR');
    expect((await run('check', '--help')).printed).toContain('berdem check DIR');
  });

  it('suggests the command that was probably meant', async () => {
    const { code, complained } = await run('chek', 'cities/kazan');
    expect(code).toBe(2);
    expect(complained).toContain('did you mean check?');
  });

  it('explains wrong use instead of printing a stack', async () => {
    expect(await run('check')).toMatchObject({ code: 2, complained: expect.stringContaining('name one folder') });
    expect(await run('check', 'no-such-folder')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('is not a folder'),
    });
    expect(await run('check', '--jsn', 'cities/kazan')).toMatchObject({
      code: 2,
      complained: expect.stringContaining("Unknown option '--jsn'"),
    });
  });

  it('finds nothing wrong with Kazan', async () => {
    const { code, printed } = await run('check', 'cities/kazan/');
    expect(printed).toContain('0 errors');
    expect(printed).toContain('cities/kazan: version 2026.1-');
    expect(code).toBe(0);
  });

  it('prints one JSON object for programs', async () => {
    const { printed } = await run('check', '--json', 'cities/kazan');
    expect(JSON.parse(printed)).toMatchObject({ counts: { errors: 0 }, errors: [], unverified: expect.any(Array) });
  });
});
