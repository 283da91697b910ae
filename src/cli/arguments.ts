import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean, Failure } from '../diagnostics/index.ts';
import { projectFolder } from '../project.ts';

/** An option of a command: the name of its value, if it takes one, and what it does. */
export interface Option {
  value?: string;
  does: string;
}

export interface Command {
  name: string;
  does: string;
  /** What it takes besides options, in order, and what that is; the last may be many. */
  takes?: readonly { name: string; does: string; many?: true }[];
  options: Readonly<Record<string, Option>>;
  run(given: Given): Promise<number>;
}

/** A command of several: `npm run data -- import FILE`. */
export interface CommandGroup {
  name: string;
  does: string;
  commands: readonly Command[];
  /** The one that runs where none is named. */
  usual?: Command;
}

/** The options that were given, by name; flags are `true`. */
export interface Given {
  /** The site folder, absolute. */
  site: string;
  text(name: string): string | undefined;
  flag(name: string): boolean;
  /** What the command takes besides options: at most as many as it names, perhaps fewer. */
  taken: readonly string[];
}

const shared: Command['options'] = {
  site: { value: 'DIR', does: 'folder that holds content/, data/ and public/ (default: this repository)' },
  help: { does: 'show this help' },
};

/** Parses the command line, runs the command and ends the process with its exit code. */
export async function start(command: Command | CommandGroup): Promise<void> {
  const line = process.argv.slice(2);
  process.exitCode = await ('commands' in command ? choose(command, line) : main(command, line));
}

/** Runs the one that the first word names. */
async function choose(
  { name, does, commands, usual }: CommandGroup,
  [word = '', ...line]: string[],
): Promise<number> {
  const command = commands.find((each) => each.name === word);
  if (command) return main({ ...command, name: `${name} -- ${word}` }, line);
  if (usual && word !== '--help' && !/^\w/.test(word))
    return main({ ...usual, name }, word ? [word, ...line] : []);
  if (word !== '' && !word.startsWith('-')) {
    const names = commands.map((each) => each.name);
    console.error(`npm run ${name} has no “${word}”. ${didYouMean(word, names, 'commands')} Try --help.`);
    return 2;
  }
  const rows = commands.map((each) => [[each.name, ...namesTaken(each)].join(' '), each.does] as const);
  const text = page(`npm run ${name} -- COMMAND [options]`, does, [
    ...rows,
    ['COMMAND --help', 'what a command takes'],
  ]);
  if (word === '--help') console.log(text);
  else console.error(text);
  return word === '--help' ? 0 : 2;
}

async function main(command: Command, line: string[]): Promise<number> {
  const options = { ...command.options, ...shared };
  let values: Record<string, string | boolean | undefined>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: line,
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
      ),
    }) as { values: typeof values; positionals: string[] });
  } catch (error) {
    const unknown = /'(?:--)?([\w-]+)/.exec(String(error))?.[1] ?? '';
    console.error(`${error instanceof Error ? error.message.split('. To specify')[0] : error}`);
    console.error(
      Object.hasOwn(options, unknown)
        ? help(command, options)
        : `${didYouMean(unknown, Object.keys(options), 'options')} Try --help.`,
    );
    return 2;
  }
  if (values['help']) {
    console.log(help(command, options));
    return 0;
  }
  const { takes = [] } = command;
  const surplus = takes.at(-1)?.many ? undefined : positionals[takes.length];
  if (surplus !== undefined) {
    console.error(`“${surplus}” is one word too many.\n\n${help(command, options)}`);
    return 2;
  }
  const site = fromHere(values['site'] as string | undefined) ?? projectFolder;
  if (!statSync(site, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`There is no folder ${site}. --site names one that holds content/, data/ and public/.`);
    return 2;
  }
  const run = command.run({
    site,
    text: (name) => values[name] as string | undefined,
    flag: (name) => values[name] === true,
    taken: positionals,
  });
  return run.catch((error: unknown) => {
    const known = error instanceof Failure ? error.message : systemFailure(error);
    if (known !== undefined) {
      console.error(known);
      return 1;
    }
    // Whatever was not foreseen is told in words; who mends this program asks for more.
    console.error(`This should not have happened: ${error instanceof Error ? error.message : error}`);
    console.error(process.env['SALA_DEBUG'] ? error : 'Set SALA_DEBUG=1 to see where.');
    return 70;
  });
}

/** What the system refused, in words; nothing for other errors. */
function systemFailure(error: unknown): string | undefined {
  const { code, path = '' } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return `${path || 'A file'} is not there any more. If it was moved while the command ran, run it again.`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'There is no space left on the disk. Make room and run the command again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path || 'A file'} may not be written. Change its permissions, or name another folder.`;
    default:
      return undefined;
  }
}

/** A path as whoever typed the command sees it: npm runs scripts in the repository's folder. */
export const fromHere = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

function help(command: Command, options: Command['options']): string {
  const { name, does, takes = [] } = command;
  const called = name.includes(' -- ') ? name : `${name} --`;
  return page(`npm run ${[called, ...namesTaken(command)].join(' ')} [options]`, does, [
    ...takes.map((each) => [each.name, each.does] as const),
    ...Object.entries(options).map(
      ([option, { value, does: what }]) => [`--${option}${value ? ` ${value}` : ''}`, what] as const,
    ),
  ]);
}

const namesTaken = ({ takes = [] }: Command): string[] => takes.map(({ name }) => name);

function page(usage: string, does: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return [usage, '', does, '', ...rows.map(([left, what]) => `  ${left.padEnd(width)}  ${what}`)].join('\n');
}
