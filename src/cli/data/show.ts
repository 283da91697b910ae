import { isVersion } from '../../datasets/index.ts';
import { Failure } from '../../diagnostics/index.ts';
import { findRelease, readDataFolder, readSiteFiles } from '../../site/index.ts';
import type { Command } from '../arguments.ts';
import { counted, inColumns } from './columns.ts';

/** How many rows are shown of those that there are. */
const shownRows = 10;

export const show: Command = {
  name: 'show',
  does: 'Shows a release: where it comes from, its fields and its first rows.',
  takes: [{ name: 'ID[@VERSION]', does: 'the data set; its newest release, where no version is named' }],
  options: { json: { does: 'the whole release as JSON' } },
  async run({ site, flag, taken: [named = ''] }) {
    const [id, version] = splitName(named);
    const files = await readSiteFiles(site);
    const folder = readDataFolder(files);
    const { file, release } = findRelease(folder, id, version);
    if (flag('json')) {
      console.log(JSON.stringify(file, null, 2));
      return 0;
    }
    const { schema, sources, licenses, licenseNote } = file;
    const all = folder.datasets.get(id)?.published.map((each) => each.file.version) ?? [];
    const lines = [
      `${id} ${file.version}, published ${file.created}, ${counted(release.rows.length, release.map ? 'place' : 'row')}`,
      file.title,
      file.description,
      '',
      ...sources.map(
        ({ title, path, version: vintage }) =>
          `Source   ${[title, vintage, path].filter(Boolean).join('; ')}`,
      ),
      `Licence  ${licenses?.map(({ name }) => name).join(', ') ?? `still to be checked: ${licenseNote ?? ''}`}`,
      `Changes  ${file.changes}`,
      ...(release.map
        ? [
            `Map      ${Object.keys(release.map.objects).join(', ')}; ${counted(release.map.arcs.length, 'arc')}`,
          ]
        : []),
      `Digest   ${release.digest}`,
      `All      ${all.join(', ')}`,
      '',
      inColumns([
        ['field', 'type', 'unit', 'key'],
        ...release.fields.map(({ name, kind, unit = '' }, n) => [
          name,
          kind === 'measure' ? (schema.fields[n]?.type ?? '') : kind,
          unit,
          schema.primaryKey.includes(name) ? 'yes' : '',
        ]),
      ]),
      '',
      rowTable(
        release.fields.map(({ name }) => name),
        release.rows.slice(0, shownRows),
      ),
      ...(release.rows.length > shownRows
        ? [`  … ${release.rows.length - shownRows} more; --json shows all`]
        : []),
    ];
    console.log(lines.join('\n'));
    return 0;
  },
};

/** Some rows with all their fields. */
export const rowTable = (
  fields: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string => inColumns([fields, ...rows.map((row) => fields.map((name) => String(row[name] ?? '–')))]);

/** `rain@1.0.0` as its parts; stops at a version that is none. */
export function splitName(named: string): [id: string, version: string | undefined] {
  const [id = '', version] = named.split('@');
  if (version !== undefined && !isVersion(version))
    throw new Failure(`“${version}” is no version. Write one such as ${id}@1.0.0.`);
  return [id, version];
}
