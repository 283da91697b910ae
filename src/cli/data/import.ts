import { access } from 'node:fs/promises';
import { id as idSchema } from '../../briefs/index.ts';
import {
  type Draft,
  draftName,
  type Found,
  type Grid,
  guessSchema,
  listed,
  makeDraft,
  nextRelease,
  type Origin,
  readGrid,
  readMetadata,
  readWantedPlaces,
  releaseText,
  type Told,
} from '../../datasets/index.ts';
import { Failure } from '../../diagnostics/index.ts';
import { isCountry } from '../../i18n/index.ts';
import { licenceAddress, readDataFolder, readSiteFiles } from '../../site/index.ts';
import { type Command, fromHere, type Given } from '../arguments.ts';
import { answerTo, canAsk } from '../ask.ts';
import { writeStart } from '../write-start.ts';
import { counted, inColumns } from './columns.ts';
import { publishDraft, publishing } from './publish-draft.ts';
import { describeMap, mapIn, mapOptions } from './read-map-file.ts';
import { isAddress, readSource } from './read-source.ts';
import { rowTable } from './show.ts';

/** How many problems and rows are shown. */
const most = { problems: 10, rows: 5 };

export const importFile: Command = {
  name: 'import',
  does: 'Publishes the table of a file as a new release: CSV, Excel (.xlsx), JSON rows, the World Bank API, Our World in Data; or a map (TopoJSON). Shows what it found, and asks for what is missing.',
  takes: [{ name: 'FILE', does: 'the file, or its address (https://…)' }],
  options: {
    dataset: { value: 'ID', does: 'the data set; a new one begins with 1.0.0' },
    metadata: {
      value: 'FILE',
      does: 'the metadata of Our World in Data (default: NAME.metadata.json beside NAME.csv)',
    },
    sheet: { value: 'NAME', does: 'the sheet of a workbook (default: the first)' },
    headings: { value: 'N', does: 'the row of headings, from 1 (default: found)' },
    decimal: { value: 'MARK', does: 'the mark before decimals: a comma or a point' },
    places: { value: 'CODES', does: 'places to take, such as "LAO,KHM,World=WLD" (default: all)' },
    fields: { value: 'NAMES', does: 'a name for each column, in order; - leaves one out' },
    key: { value: 'NAMES', does: 'the fields that tell rows apart (default: found)' },
    unit: { value: 'UNIT', does: 'the unit of the only measure: percent, USD …' },
    title: { value: 'TEXT', does: 'what is measured' },
    description: { value: 'TEXT', does: 'its definition, in one or two sentences' },
    source: { value: 'TEXT', does: 'publisher, data set, series' },
    'source-url': { value: 'URL', does: "the publisher's page" },
    'source-version': { value: 'TEXT', does: 'the vintage: “downloaded 2025-05-20”' },
    license: { value: 'SPDX', does: 'the licence, such as CC-BY-4.0' },
    'license-note': { value: 'TEXT', does: 'what is known of a licence that is still to be checked' },
    ...mapOptions,
    draft: { does: `writes data/<id>/${draftName}, to be changed by hand, and publishes nothing` },
    ...publishing,
  },
  async run(given) {
    const [name] = given.taken;
    if (name === undefined) throw new Failure('Name a file: npm run data -- import FILE --dataset ID');
    const files = await readSiteFiles(given.site);
    const folder = readDataFolder(files);
    const told = readTold(given);
    const bytes = await inFile(name, () => readSource(name));
    const map = await inFile(name, async () => mapIn(bytes, given));
    const grid = map ? { proposal: {} } : await inFile(name, () => readTable(name, bytes, given));
    const id = await answerTo(given, {
      flag: 'dataset',
      asks: 'the id of the data set that this is for',
      problem: (answer) =>
        idSchema.safeParse(answer).success
          ? undefined
          : `“${answer}” cannot be an id. Lower-case letters, digits and hyphens can.`,
    });
    const [waiting] = folder.datasets.get(id)?.drafts ?? [];
    if (waiting)
      throw new Failure(
        `${waiting.path} waits to be published. Publish it (npm run data -- release ${id}) or take it away first. Nothing was written.`,
      );
    const newest = folder.datasets.get(id)?.published.at(-1);
    const last = newest?.file;
    const { languages, places } = folder.settings;
    const table =
      'rows' in grid
        ? await readColumns(name, grid, {
            told,
            last: last?.schema,
            knownPlace: (code) => isCountry(code) || places[code] !== undefined,
          })
        : undefined;
    if (map) console.log(describeMap(name, map));
    const found = map ?? table;
    if (!found) return 1;
    const origin = await originOf(name, given, grid, last, languages[0] ?? '');
    const fresh = makeDraft(id, found, origin);
    // A file that says nothing of its vintage and holds the same rows is the old file again.
    const again =
      newest &&
      !saysSource(given, grid) &&
      !nextRelease({ ...fresh, sources: newest.file.sources }, newest.release);
    const draft = again ? newest.file : fresh;
    if (fresh.notes && !again)
      console.log(
        `The notes of the last release stay: ${Object.keys(fresh.notes).join(', ')}. Where one is no longer true, use --draft and correct it.`,
      );
    const words = {
      fields: table?.words ?? new Map(),
      placeNames: table?.placeNames ?? new Map(),
    };
    if (!given.flag('draft')) return publishDraft(draft, { files, folder, given, words });
    const path = `data/${id}/${draftName}`;
    await writeStart(files, { added: new Map([[path, releaseText(draft)]]), changed: new Map(), next: [] });
    console.log(`Wrote ${path}. Change it as it should be, then: npm run data -- release ${id}`);
    return 0;
  },
};

/** Names the file in what stops the reading of it. */
async function inFile<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Failure) || error.message.includes(name)) throw error;
    throw new Failure(`${name}: ${error.message}\nNothing was written.`);
  }
}

/** What the columns of a table hold; stops at what could be read in two ways. */
async function readColumns(
  name: string,
  grid: Grid,
  wishes: Parameters<typeof guessSchema>[1],
): Promise<Found> {
  const found = await inFile(name, async () => guessSchema(grid, wishes));
  console.log(describe(name, grid, found));
  if (found.problems.length === 0) return found;
  const more = found.problems.length - most.problems;
  throw new Failure(
    [
      '',
      ...found.problems.slice(0, most.problems),
      ...(more > 0 ? [`… and ${more} more.`] : []),
      'Nothing was written.',
    ].join('\n'),
  );
}

/** The table of a file or an address, with the metadata that lie beside it. */
async function readTable(name: string, bytes: Uint8Array, { text }: Given): Promise<Grid> {
  const grid = await readGrid(bytes, { sheet: text('sheet') });
  const metadata = text('metadata') ?? (await metadataBeside(name));
  if (metadata === undefined) return grid;
  return {
    ...grid,
    format: `${grid.format}, with metadata of Our World in Data`,
    proposal: { ...grid.proposal, ...readMetadata(await readSource(metadata)) },
  };
}

async function metadataBeside(name: string): Promise<string | undefined> {
  const beside = name.replace(/\.csv(?=$|\?)/i, '.metadata.json');
  if (beside === name) return undefined;
  if (isAddress(name)) return /^https:\/\/ourworldindata\.org\/grapher\//.test(name) ? beside : undefined;
  return access(fromHere(beside) ?? beside).then(
    () => beside,
    () => undefined,
  );
}

function readTold({ text }: Given): Told {
  const decimal = text('decimal');
  if (decimal !== undefined && decimal !== ',' && decimal !== '.')
    throw new Failure('--decimal is a comma or a point: --decimal , or --decimal .');
  const headings = text('headings');
  if (headings !== undefined && !/^[1-9]\d*$/.test(headings))
    throw new Failure('--headings is the number of a row, from 1: --headings 3');
  const list = (flag: string) => {
    const given = text(flag);
    return given === undefined ? undefined : listed(given);
  };
  const places = text('places');
  return {
    headings: headings === undefined ? undefined : Number(headings),
    decimal,
    places: places === undefined ? undefined : readWantedPlaces(places),
    fields: list('fields'),
    key: list('key'),
    unit: text('unit'),
  };
}

function describe(name: string, grid: Grid, { columns, rows, schema, remarks }: Found): string {
  return [
    `${name}: ${grid.format}; ${counted(rows.length, 'row')}\n`,
    inColumns([
      ['column', 'field', 'what it holds'],
      ...columns.map(({ heading, field = '-', holds }) => [heading, field, holds]),
    ]),
    '',
    rowTable(
      schema.fields.map((field) => field.name),
      rows.slice(0, most.rows),
    ),
    ...(remarks.length > 0 ? ['', ...remarks] : []),
    '',
  ].join('\n');
}

/** Where the data come from: told, else as in the last release, else as the file proposes, else asked for. */
async function originOf(
  name: string,
  given: Given,
  { proposal }: Pick<Grid, 'proposal'>,
  last: Draft | undefined,
  language: string,
): Promise<Origin> {
  const { text } = given;
  const [before, ...others] = last?.sources ?? [];
  const kept = async (flag: string, known: string | undefined, asks: string, proposed?: string) =>
    text(flag) ?? known ?? answerTo(given, { flag, asks, proposed });
  const title = await kept('title', last?.title, 'what is measured, as a title', proposal.title);
  const description = await kept(
    'description',
    last?.description,
    'its definition, in one or two sentences',
    proposal.description,
  );
  const source = await kept(
    'source',
    before?.title,
    'the source: publisher, data set, series',
    proposal.sourceTitle,
  );
  const path = await kept(
    'source-url',
    before?.path,
    "the address of the publisher's page",
    proposal.sourceUrl ?? '',
  );
  const version = text('source-version') ?? proposal.sourceVersion;
  return {
    title,
    description,
    language: last?.language ?? language,
    sources: [
      {
        title: source,
        ...(path ? { path } : {}),
        ...(version ? { version } : {}),
        ...(isAddress(name) ? { retrievedFrom: name } : {}),
      },
      ...others,
    ],
    ...(await licenceOf(given, last)),
    ...(last?.notes ? { notes: last.notes } : {}),
  };
}

/** True where something was said of the source that could be new. */
const saysSource = ({ text }: Given, { proposal }: Pick<Grid, 'proposal'>): boolean =>
  proposal.sourceVersion !== undefined ||
  ['source', 'source-url', 'source-version'].some((flag) => text(flag) !== undefined);

async function licenceOf(
  given: Given,
  last: Draft | undefined,
): Promise<Pick<Draft, 'licenses' | 'licenseNote'>> {
  const note = given.text('license-note');
  const unnamed = given.text('license') === undefined;
  if (note && unnamed) return { licenseNote: note };
  if (last && unnamed)
    return {
      ...(last.licenses ? { licenses: last.licenses } : {}),
      ...(last.licenseNote ? { licenseNote: last.licenseNote } : {}),
    };
  if (unnamed && !canAsk())
    throw new Failure(
      '--license is missing: the licence of the data, such as CC-BY-4.0. Where it is not known, say what is: --license-note TEXT. Nothing was written.',
    );
  const license = await answerTo(given, {
    flag: 'license',
    asks: 'the licence, such as CC-BY-4.0; nothing where it is still to be checked',
    proposed: '',
    problem: (answer) =>
      answer === '' || /^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(answer)
        ? undefined
        : `“${answer}” is no SPDX identifier (spdx.org/licenses). Write one such as CC-BY-4.0.`,
  });
  return license === ''
    ? { licenseNote: await answerTo(given, { flag: 'license-note', asks: 'what is known of the licence' }) }
    : { licenses: [{ name: license, path: licenceAddress(license) }] };
}
