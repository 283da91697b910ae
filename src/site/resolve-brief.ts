import {
  type Brief,
  type BriefDraft,
  briefPlaces,
  findStat,
  type PlacedImage,
  type PlacedUse,
  splitFrontMatter,
  statQuery,
  structureOf,
  tableProblem,
  tableQuery,
  textDigest,
  versionOf,
} from '../briefs/index.ts';
import type { Dataset, Release } from '../datasets/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import { type CalendarDate, isCountry } from '../i18n/index.ts';
import { placeOfText } from '../source/index.ts';
import type { Chart } from './read-charts.ts';
import type { Glossary } from './read-interface.ts';
import { frozen, readVersions } from './read-versions.ts';
import { finding, type Reading } from './reading.ts';
import type { Settings } from './settings.ts';

/** What briefs refer to. */
export interface Surroundings {
  settings: Settings;
  datasets: ReadonlyMap<string, Dataset>;
  charts: ReadonlyMap<string, Chart>;
  glossary: Glossary;
}

/** Looks up everything that a brief and its earlier versions refer to; whatever does not exist is reported where it is named. */
export function resolveBrief(reading: Reading, draft: BriefDraft, around: Surroundings): Brief | undefined {
  const earlier = readVersions(reading, around.settings, draft).flatMap(
    (each) =>
      resolveVersion(
        frozen(reading),
        each.draft,
        { version: each.version, superseded: true, earlier: [] },
        around,
      ) ?? [],
  );
  const version = versionOf(draft.facts.value.history);
  return resolveVersion(reading, draft, { version, superseded: false, earlier }, around);
}

function resolveVersion(
  reading: Reading,
  draft: BriefDraft,
  place: Pick<Brief, 'version' | 'superseded' | 'earlier'>,
  around: Surroundings,
): Brief | undefined {
  const { slug, facts } = draft;
  const releases = resolvePins(reading, draft, around);
  resolveFacts(reading, draft, around);
  const language = facts.value.language ?? around.settings.languages[0];
  const source = draft.translations.find((each) => each.language === language);
  if (!source) return undefined;
  const brief: Brief = {
    slug,
    facts: facts.value,
    source,
    translations: new Map(draft.translations.map((each) => [each.language, each])),
    releases,
    ...structureOf(source.document),
    ...place,
    digests: new Map(
      draft.translations.map(({ language: own, file, matter }) => {
        const body = splitFrontMatter(reading.file(file)?.text ?? '')?.body ?? '';
        return [own, textDigest(matter, body, releases.values())];
      }),
    ),
    hidden: hiddenBy(facts.value, reading.date),
  };
  const used = new Set<string>();
  for (const translation of draft.translations) {
    for (const use of translation.document.uses)
      resolveUse({ reading, file: translation.file, use, brief, around, used });
    for (const image of translation.document.images) resolveImage(reading, translation.file, image);
    if (translation !== source) compareStructure(reading, translation, source);
  }
  for (const id of releases.keys()) {
    if (used.has(id)) continue;
    reading.report(
      finding(
        'pin-unused',
        facts.file.path,
        facts.at(['data', id]),
        `Nothing in the brief uses ${quote(id)}.`,
        'Take the line out.',
        'warning',
      ),
    );
  }
  return brief;
}

/** Why nobody is to see a brief on a day; days are compared as text. */
const hiddenBy = ({ status, embargo }: Brief['facts'], today: CalendarDate): Brief['hidden'] =>
  status === 'draft' ? 'draft' : embargo !== undefined && today < embargo ? 'embargo' : undefined;

function resolvePins(
  reading: Reading,
  { facts }: BriefDraft,
  { datasets }: Surroundings,
): Map<string, Release> {
  const releases = new Map<string, Release>();
  for (const [id, version] of Object.entries(facts.value.data)) {
    const at = () => facts.at(['data', id]);
    const dataset = datasets.get(id);
    const release = dataset?.releases.get(version);
    if (release) releases.set(id, release);
    else if (!exists(reading, id))
      reading.report(
        finding(
          'dataset-unknown',
          facts.file.path,
          at(),
          `There is no data set ${quote(id)}.`,
          didYouMean(id, datasets.keys(), 'data sets'),
        ),
      );
    else if (dataset && !reading.file(`data/${id}/${version}.json`)) {
      const versions = [...dataset.releases.keys()];
      reading.report(
        finding(
          'release-exists',
          facts.file.path,
          at(),
          `Release ${version} of ${quote(id)} was never published, so nothing can be drawn from it.`,
          `Published: ${versions.join(', ')}. Write: “${id}: ${versions.at(-1)}”.`,
        ),
      );
    }
  }
  return releases;
}

function resolveFacts(reading: Reading, { facts }: BriefDraft, { settings }: Surroundings): void {
  const { value, file, at } = facts;
  for (const [n, topic] of value.topics.entries()) {
    if (settings.topics.includes(topic)) continue;
    reading.report(
      finding(
        'topic-unknown',
        file.path,
        at(['topics', n]),
        `${quote(topic)} is no topic of site.yaml.`,
        didYouMean(topic, settings.topics, 'topics of site.yaml'),
      ),
    );
  }
  if (value.series !== undefined && !settings.series.includes(value.series)) {
    reading.report(
      finding(
        'series-unknown',
        file.path,
        at(['series']),
        `${quote(value.series)} is no series of site.yaml.`,
        didYouMean(value.series, settings.series, 'series of site.yaml'),
      ),
    );
  }
  for (const code of briefPlaces(value)) {
    if (isCountry(code) || settings.places[code]) continue;
    reading.report(
      finding(
        'place-unknown',
        file.path,
        value.places.includes(code) ? at(['places', value.places.indexOf(code)]) : placeOfText(file, code),
        `${quote(code)} is no country and no place of site.yaml.`,
        didYouMean(code, Object.keys(settings.places), 'places of site.yaml'),
      ),
    );
  }
  const seen = new Set<string>();
  for (const [n, { id }] of value.references.entries()) {
    if (seen.has(id))
      reading.report(
        finding(
          'reference-twice',
          file.path,
          at(['references', n, 'id']),
          `Two references are called ${quote(id)}.`,
          'Give one of them another id.',
        ),
      );
    seen.add(id);
  }
}

interface Use {
  reading: Reading;
  file: string;
  use: PlacedUse;
  brief: Brief;
  around: Surroundings;
  /** Data sets that something uses, for pins that nothing does. */
  used: Set<string>;
}

/** A data set that cannot be read is there all the same; what is wrong with it is said at its own files. */
const exists = (reading: Reading, dataset: string): boolean =>
  reading.folders('content/datasets').includes(dataset);

/** One component of a text: what it names must exist, and its numbers must be found. */
function resolveUse({ reading, file, use, brief, around, used }: Use): void {
  const report = (rule: string, message: string, hint: string) =>
    reading.report(finding(rule, file, use.at, message, hint));
  const named = (
    rule: string,
    name: string | undefined,
    known: Iterable<string>,
    what: string,
    one = what.replace(/s$/, ''),
  ): boolean => {
    const names = [...known];
    if (name === undefined || names.includes(name)) return name !== undefined;
    report(rule, `There is no ${one} ${quote(name)}.`, didYouMean(name, names, what));
    return false;
  };
  const pinned = (id: string): Release | undefined => {
    used.add(id);
    const release = brief.releases.get(id);
    const newest = around.datasets.get(id)?.newest.version;
    if (release || brief.facts.data[id] !== undefined) return release;
    if (newest === undefined) named('dataset-unknown', id, reading.folders('content/datasets'), 'data sets');
    else
      report(
        'pin-missing',
        `brief.yaml does not say which release of ${quote(id)} is meant.`,
        `Add there, under data: “${id}: ${newest}”.`,
      );
    return undefined;
  };

  const { attributes } = use;
  switch (use.name) {
    case 'Chart': {
      const id = attributes.get('id');
      const chart = around.charts.get(id ?? '');
      // A site has thousands of charts: only where there is none by this name are all of them listed.
      if (chart || named('chart-unknown', id, reading.folders('content/charts'), 'charts'))
        for (const each of chart?.source.datasets ?? [])
          if (around.datasets.has(each) || exists(reading, each)) pinned(each);
      return;
    }
    case 'Stat': {
      const query = statQuery(attributes);
      const release = pinned(query.dataset);
      const answer = release && findStat(query, release);
      if (answer && 'problem' in answer) report('stat', answer.problem, answer.hint);
      return;
    }
    case 'DataTable': {
      const query = tableQuery(attributes);
      const release = pinned(query.dataset);
      const wrong = release && tableProblem(query, release);
      if (wrong) report('data-table', wrong.problem, wrong.hint);
      return;
    }
    case 'Reference':
      named(
        'figure-unknown',
        attributes.get('to'),
        brief.figures.map(({ id }) => id),
        'charts and tables of the brief',
        'chart or table called',
      );
      return;
    case 'Term':
      named('term-unknown', attributes.get('id'), around.glossary.terms.keys(), 'terms');
      return;
    case 'Cite':
      named(
        'reference-unknown',
        attributes.get('id'),
        brief.facts.references.map(({ id }) => id),
        'references',
      );
      return;
  }
}

/** A picture is a file of public/, and says in words what it shows. */
function resolveImage(reading: Reading, file: string, { address, alt, at }: PlacedImage): void {
  const report = (rule: string, message: string, hint: string) =>
    reading.report(finding(rule, file, at, message, hint));
  if (!address.startsWith('/')) {
    report(
      'image-address',
      `The image ${quote(address)} is no file of the site.`,
      'Put the file into public/, and write its path from there with a slash before it: ![what it shows](/images/name.png).',
    );
  } else if (!reading.served.has(unescaped(address.slice(1)))) {
    report(
      'image-missing',
      `There is no image public${address}.`,
      didYouMean(address.replace(/^\/(public\/)?/, ''), reading.served, 'files of public/'),
    );
  }
  if (alt.trim() === '') {
    report(
      'image-alt',
      `The image ${quote(address)} has no words for readers who cannot see it.`,
      'Say in the square brackets what it shows: ![what it shows](…).',
    );
  }
}

/** An address as the name of a file; as it stands, where a % begins no escape. */
const unescaped = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** Anchors and numbers come from the source, so a translation must have its headings and figures in the same order. */
function compareStructure(
  reading: Reading,
  translation: BriefDraft['translations'][number],
  source: BriefDraft['translations'][number],
): void {
  const { file, document } = translation;
  const depths = ({ headings }: typeof document) => headings.map(({ depth }) => depth);
  const [own, theirs] = [depths(document), depths(source.document)];
  const first = own.findIndex((depth, n) => depth !== theirs[n]);
  if (own.length !== theirs.length || first >= 0) {
    const at = document.headings[first < 0 ? own.length - 1 : first]?.at ?? { line: 1, column: 1 };
    reading.report(
      finding(
        'translation-structure',
        file,
        at,
        own.length === theirs.length
          ? `This heading is of level ${own[first]}, and of level ${theirs[first]} in ${source.file}.`
          : `The headings are not those of ${source.file}: ${own.length} here, ${theirs.length} there.`,
        'Keep the same headings in the same order, so that links to a section hold in every language.',
        'warning',
      ),
    );
  }
  const ids = (each: typeof document) =>
    structureOf(each)
      .figures.map(({ id }) => id)
      .join(', ');
  if (ids(document) !== ids(source.document)) {
    reading.report(
      finding(
        'translation-structure',
        file,
        { line: 1, column: 1 },
        `The charts and tables are not those of ${source.file}.`,
        `In order: ${ids(source.document)}.`,
        'warning',
      ),
    );
  }
}
