import { compareReleases, type Difference, isVersion, type Release, stepOf } from '../../datasets/index.ts';
import { Failure } from '../../diagnostics/index.ts';
import { findRelease, readDataFolder, readSiteFiles } from '../../site/index.ts';
import type { Command } from '../arguments.ts';
import { counted, inColumns } from './columns.ts';
import { rowTable, splitName } from './show.ts';

export const diff: Command = {
  name: 'diff',
  does: 'Shows what is different between two releases of a data set: changed, new and gone rows, fields and definitions.',
  takes: [
    { name: 'ID[@A]', does: 'the data set, and the earlier release' },
    { name: 'A', does: 'the earlier release, or ID@B for the later one' },
    { name: 'B', does: 'the later release (default: the newest)' },
  ],
  options: { json: { does: 'as one JSON object' } },
  async run({ site, flag, taken }) {
    const [id, from, to] = compared(taken);
    const files = await readSiteFiles(site);
    const folder = readDataFolder(files);
    const before = findRelease(folder, id, from).release;
    const after = findRelease(folder, id, to).release;
    const difference = compareReleases(before, after);
    const step = stepOf(difference);
    if (flag('json')) {
      const names = { dataset: id, before: before.version, after: after.version, step: step ?? null };
      console.log(JSON.stringify({ ...names, ...difference }, null, 2));
    } else {
      console.log(`${id}, from ${before.version} to ${after.version}\n`);
      console.log(step ? describe(difference, before, after) : 'Nothing is different.');
    }
    return 0;
  },
};

/** The data set and two versions, from `ID A B`, `ID A`, `ID@A ID@B` or `ID@A B`. */
function compared(taken: readonly string[]): [id: string, from: string, to: string | undefined] {
  const [first = '', ...rest] = taken;
  const [id, from] = splitName(first);
  const others = rest.map((each) => (each.startsWith(`${id}@`) ? each.slice(id.length + 1) : each));
  const [a, b] = from === undefined ? others : [from, ...others];
  if (a === undefined)
    throw new Failure('Name a data set and two of its releases: npm run data -- diff ID 1.0.0 1.1.0');
  const wrong = [a, b].find((each) => each !== undefined && !isVersion(each));
  if (wrong !== undefined) throw new Failure(`“${wrong}” is no version of ${id}. Write one such as 1.0.0.`);
  return [id, a, b];
}

/** A difference in words and tables; at most `most` rows of each kind. */
export function describe(
  {
    changed,
    added,
    gone,
    newFields,
    goneFields,
    changedFields,
    key,
    description,
    about,
    outlines,
  }: Difference,
  before: Pick<Release, 'fields' | 'primaryKey'>,
  after: Pick<Release, 'fields'>,
  most = Number.POSITIVE_INFINITY,
): string {
  const names = ({ fields }: Pick<Release, 'fields'>) => fields.map(({ name }) => name);
  const cells = changed.flatMap((row) => row.cells.map((cell) => ({ ...cell, key: row.key })));
  const rest = (all: readonly unknown[]) => (all.length > most ? [`  … ${all.length - most} more`] : []);
  const parts: string[][] = [];
  if (cells.length > 0)
    parts.push([
      `${counted(cells.length, 'changed value')}, in ${counted(changed.length, 'row')}`,
      inColumns([
        [...before.primaryKey, 'field', 'before', 'after'],
        ...cells
          .slice(0, most)
          .map((cell) =>
            [...before.primaryKey.map((name) => cell.key[name]), cell.name, cell.before, cell.after].map(
              (each) => String(each ?? '–'),
            ),
          ),
      ]),
      ...rest(cells),
    ]);
  if (added.length > 0)
    parts.push([
      counted(added.length, 'new row'),
      rowTable(names(after), added.slice(0, most)),
      ...rest(added),
    ]);
  if (gone.length > 0)
    parts.push([
      `${counted(gone.length, 'row')} gone`,
      rowTable(names(before), gone.slice(0, most)),
      ...rest(gone),
    ]);
  if (newFields.length > 0) parts.push([`New fields: ${newFields.join(', ')}`]);
  if (goneFields.length > 0) parts.push([`Fields gone: ${goneFields.join(', ')}`]);
  for (const { name, before: was, after: is } of changedFields)
    parts.push([`The field ${name} was ${JSON.stringify(was)}, and is ${JSON.stringify(is)}`]);
  if (key)
    parts.push([
      `The key was ${key.before.join(', ')}, and is ${key.after.join(', ')}; rows are not compared`,
    ]);
  if (description) parts.push([`The definition was “${description.before}”, and is “${description.after}”`]);
  if (outlines) parts.push(['The outlines of the map are others']);
  if (about.length > 0) parts.push([`Also said otherwise: ${about.join(', ')}`]);
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}
