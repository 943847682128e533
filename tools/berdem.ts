import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { nearest } from '#modules/catalogue/index.ts';
import { type Command, type Output, UsageError } from './berdem/command.ts';

const folder = new URL('./berdem/', import.meta.url);

/** Files of the folder that are not commands. */
const isCommandFile = (file: string): boolean => file.endsWith('.ts') && !/^command\.ts$|\.test\.ts$/.test(file);

/** Names of all commands: one file each in `tools/berdem/`. */
async function commandNames(): Promise<string[]> {
  return (await readdir(folder))
    .filter(isCommandFile)
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

async function commandOf(name: string): Promise<Command> {
  const { command } = (await import(new URL(`${name}.ts`, folder).href)) as { command: Command };
  return command;
}

async function help(names: readonly string[], topic: string | undefined, { print }: Output): Promise<number> {
  if (topic !== undefined && names.includes(topic)) {
    const { usage, summary, explanation = '' } = await commandOf(topic);
    print(`berdem ${topic} ${usage}\n\n${summary}\n${explanation}`.trimEnd());
    return 0;
  }
  print('berdem: tools of a city on Berdem\n');
  const width = Math.max(...names.map((name) => name.length), 'help'.length);
  for (const name of names) print(`  ${name.padEnd(width)}  ${(await commandOf(name)).summary}`);
  print(`  ${'help'.padEnd(width)}  this list, or help NAME for one command`);
  return 0;
}

const parse = (command: Command, args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: command.options ?? {}, allowPositionals: true });
  } catch (error) {
    // parseArgs names the unknown option or missing value in its first sentence; the rest is about programming.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
};

/** Runs `berdem` with its arguments; returns the exit code. Wrong use is explained in words and gives 2. */
export async function berdem(args: readonly string[], output: Output): Promise<number> {
  const [name = 'help', ...rest] = args;
  const names = await commandNames();
  if (['help', '--help', '-h'].includes(name)) return help(names, rest[0], output);
  if (!names.includes(name)) {
    const meant = nearest(name, [...names, 'help']);
    output.complain(`berdem: there is no command ${name}${meant ? `; did you mean ${meant}?` : ''}`);
    output.complain('berdem help lists all commands');
    return 2;
  }
  if (rest.includes('--help')) return help(names, name, output);
  const command = await commandOf(name);
  try {
    return await command.run(parse(command, rest), output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.complain(`berdem ${name}: ${error.message}`);
    output.complain(`usage: berdem ${name} ${command.usage}`);
    return 2;
  }
}

if (import.meta.main) {
  process.exitCode = await berdem(process.argv.slice(2), { print: console.log, complain: console.error });
}
