import type { SiteFiles } from '../site/index.ts';
import { positionAt } from '../source/index.ts';

/** A mistake in a copy of a site's files, and where it should be found. */
export interface Mutation {
  /** What was done, in words. */
  did: string;
  files: SiteFiles;
  /** Where a message must stand: one of these files, no more than so many lines away from a line. */
  expected: { files: readonly string[]; line: number; reach: number };
}

/** Numbers from 0 to below 1 that are the same in every run (Mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A place in a file, and what may come in its stead. */
interface Edit {
  did: string;
  /** Which files it is made in. */
  in: RegExp;
  /** What is looked for; it is made at one of the places found. */
  at: RegExp;
  /** The text that comes in its place; nothing where this place does not do. */
  put(found: RegExpExecArray, text: string): string | undefined;
  /** How many lines the message may stand away from the edit; none, where it is not said. */
  reach?: number;
  /** Other files in which the message may stand. */
  or?(file: string, files: SiteFiles): readonly string[];
}

const briefFacts = /^content\/briefs\/[^/]+\/brief\.yaml$/;
const briefText = /^content\/briefs\/[^/]+\/\w+\.mdx$/;
const translation = /^content\/briefs\/[^/]+\/(?!en)\w+\.mdx$/;
const words = /^content\/(?:charts|datasets)\/[^/]+\/en\.yaml$/;
const spec = /^content\/charts\/[^/]+\/chart\.vl\.json$/;
const release = /^data\/[^/]+\/[\d.]+\.json$/;

/** Another digit in place of one. */
const other = (digit: string): string => String((Number(digit) + 3) % 10);
const swapped = (word: string): string =>
  word.length < 3 ? `${word}x` : `${word.slice(0, 1)}${word.slice(2, 3)}${word.slice(1, 2)}${word.slice(3)}`;

/** Mistakes of the kinds that people make, by the grammar of each file. */
const edits: readonly Edit[] = [
  // Facts and words.
  {
    did: 'drops a required key',
    reach: Infinity,
    in: briefFacts,
    at: /^(?:kind|date|places|topics):.*\n/gm,
    put: () => '',
  },
  {
    did: 'misspells a key',
    in: briefFacts,
    at: /^(date|places|topics|references|data)(?=:)/gm,
    put: ([word = '']) => swapped(word),
  },
  {
    did: 'misspells a key',
    in: words,
    at: /^(title|subtitle|description)(?=:)/gm,
    put: ([word = '']) => swapped(word),
  },
  {
    did: 'writes a day that is none',
    in: briefFacts,
    at: /^date: .*/gm,
    put: () => 'date: 2025-13-40',
  },
  {
    did: 'names a place that is none',
    in: briefFacts,
    at: /^places: \[([A-Z]+)/gm,
    put: () => 'places: [LOA',
  },
  {
    did: 'names a topic that is none',
    in: briefFacts,
    at: /^topics: \[(\w+)/gm,
    put: ([, word = '']) => `topics: [${swapped(word)}`,
  },
  {
    did: 'pins a release that was never published',
    in: briefFacts,
    at: /^ {2}([\w-]+): 1\.\d\.\d$/gm,
    put: ([, id = '']) => `  ${id}: 9.9.9`,
  },
  {
    did: 'pins a data set that is none',
    in: briefFacts,
    at: /^ {2}([\w-]+)(?=: 1\.\d\.\d$)/gm,
    put: ([whole = '']) => `${whole}x`,
  },
  {
    did: 'takes a pin out',
    reach: Infinity,
    in: briefFacts,
    at: /^ {2}[\w-]+: 1\.\d\.\d\n/gm,
    put: () => '',
    or: allTexts,
  },
  {
    did: 'repeats a key',
    reach: 1,
    in: briefFacts,
    at: /^date: .*\n/gm,
    put: ([whole = '']) => whole + whole,
  },
  { did: 'indents with a tab', in: briefFacts, at: /^ {2}(?=[\w-]+: )/gm, put: () => '\t' },
  { did: 'leaves a quotation mark open', in: words, at: /^title: /gm, put: () => 'title: "' },
  {
    did: 'empties a required text',
    in: words,
    at: /^subtitle: [^>|].*\n(?=\w)/gm,
    put: () => 'subtitle:\n',
  },
  {
    did: 'repeats the title as description',
    in: /^content\/charts\/[^/]+\/en\.yaml$/,
    at: /^description: [\s\S]*?(?=^\w|$(?![\s\S]))/gm,
    put: (_, text) =>
      `description: ${JSON.stringify(/^title: (.*)$/m.exec(text)?.[1]?.replace(/^"|"$/g, ''))}\n`,
  },
  // Texts.
  {
    did: 'leaves a tag open',
    reach: Infinity,
    in: briefText,
    at: /<\/(?:KeyMessages|Callout|Term)>/g,
    put: () => '',
  },
  { did: 'leaves a tag open', in: briefText, at: / \/>/g, put: () => '' },
  {
    did: 'misspells a component',
    in: briefText,
    at: /<(Chart|Cite|Stat|Reference)(?= )/g,
    put: ([, name = '']) => `<${swapped(name)}`,
  },
  { did: 'misspells an attribute', in: briefText, at: /(?<=<Cite )id(?==)/g, put: () => 'di' },
  {
    did: 'names something that is not there',
    in: briefText,
    at: /(?<=<(?:Chart|Cite|Term) id=")[\w-]+/g,
    put: ([id = '']) => `${id}-x`,
  },
  {
    did: 'names a data set that is not there',
    in: briefText,
    at: /(?<=<Stat data=")[\w-]+/g,
    put: ([id = '']) => `${id}x`,
  },
  {
    did: 'asks for a year that the data lack',
    in: briefText,
    at: /(?<=<Stat [^>]*year=")\d{4}/g,
    put: () => '1066',
  },
  {
    did: 'asks for another year than the source',
    in: translation,
    at: /(?<=<Stat [^>]*year=")20(\d)(\d)/g,
    put: ([, ten = '', one = '']) => `20${ten}${other(one)}`,
  },
  {
    did: 'changes a digit of a number',
    in: translation,
    at: /(?<=[^\w"=.\d-])(\d)(\d{3})(?=[^\w"\d-])/g,
    put: ([, first = '', rest = '']) =>
      Number(first + rest) < 1900 ? undefined : `${first}${rest.slice(0, 2)}${other(rest.slice(2))}`,
  },
  { did: 'loses a citation', in: translation, at: / ?<Cite id="[\w-]+" \/>/g, put: () => '' },
  {
    did: 'loses a chart',
    reach: Infinity,
    in: translation,
    at: /^<Chart id="[\w-]+" \/>\n/gm,
    put: () => '',
  },
  { did: 'loses a heading', reach: Infinity, in: translation, at: /^#{2,3} .*\n/gm, put: () => '' },
  { did: 'makes a heading jump', in: briefText, at: /^## (?=.)/gm, put: () => '#### ' },
  {
    did: 'loses the text of a footnote',
    reach: Infinity,
    in: briefText,
    at: /^\[\^[\w-]+\]: .*\n?/gm,
    put: () => '',
  },
  {
    did: 'loses the mark of a footnote',
    reach: Infinity,
    in: briefText,
    at: /\[\^[\w-]+\](?!:)/g,
    put: () => '',
  },
  {
    did: 'loses a passage',
    reach: Infinity,
    in: translation,
    at: /\n\n(?=\p{L})[^\n]{80,}(?=\n)/gu,
    put: () => '',
  },
  {
    did: 'imports something',
    reach: 2,
    in: briefText,
    at: /\n\n(?=## )/g,
    put: () => '\n\nimport Chart from "./chart"\n\n',
  },
  {
    did: 'computes something',
    in: briefText,
    at: /(?<=\n\n\p{L}[^<>\n]*\p{L}) (?=\p{L}[^<>\n]*\n)/gu,
    put: () => ' {1 + 1} ',
  },
  { did: 'writes HTML', reach: 2, in: briefText, at: /\n\n(?=## )/g, put: () => '\n\n<div>words</div>\n\n' },
  {
    did: 'links to a page that is not there',
    reach: 2,
    in: briefText,
    at: /\n\n(?=## )/g,
    put: () => '\n\n[here](/en/nowhere/)\n\n',
  },
  {
    did: 'shows a picture that is not there',
    reach: 2,
    in: briefText,
    at: /\n\n(?=## )/g,
    put: () => '\n\n![A map](/images/map.png)\n\n',
  },
  { did: 'loses the front matter', in: briefText, at: /^---\n[\s\S]*?\n---\n/g, put: () => '' },
  {
    did: 'writes a state that is none',
    in: briefText,
    at: /^state: \w+/gm,
    put: () => 'state: done',
  },
  {
    did: 'leaves the marks of a conflict',
    in: briefText,
    at: /^## .*\n/gm,
    put: ([line = '']) => `<<<<<<< HEAD\n${line}=======\n${line}>>>>>>> other\n`,
  },
  {
    did: 'hides a character',
    in: briefText,
    at: /(?<=[a-z])(?=[a-z][^<>\n]*$)/gm,
    put: () => '\u200b',
  },
  {
    did: 'writes a look-alike letter',
    in: briefText,
    at: /(?<=\b[A-Z][a-z]+)o(?=[a-z][^<>"\n]*$)/gm,
    put: () => '\u043e',
  },
  {
    did: 'takes letters apart',
    in: /\/vi\.mdx$/,
    at: /[ếềệấậ](?=[^<>"\n]*$)/gm,
    put: ([letter = '']) => letter.normalize('NFD'),
  },
  // Charts.
  {
    did: 'misspells a field',
    in: spec,
    at: /(?<="field": ")(value|year|place)/g,
    put: ([name = '']) => swapped(name),
  },
  {
    did: 'misspells a mark',
    in: spec,
    at: /(?<="(?:mark|type)": ")(line|bar|point)(?=")/g,
    put: ([name = '']) => swapped(name),
  },
  {
    did: 'misspells a data set',
    in: spec,
    at: /(?<="data": \{ ?"name": ")[\w-]+/g,
    put: ([name = '']) => `${name}s`,
  },
  {
    did: 'draws from an address',
    in: spec,
    at: /"data": \{ ?"name": "[\w-]+" ?\}/g,
    put: () => '"data": { "url": "https://example.org/x.json" }',
  },
  // Said at the last filter before the mark.
  {
    did: 'filters all rows away',
    reach: 1,
    in: spec,
    at: /(?<="filter": "datum\.place === ')[A-Z]{3}(?='")/g,
    put: () => 'XYZ',
  },
  { did: 'loses a comma', reach: 1, in: spec, at: /,(?=\n)/g, put: () => '' },
  { did: 'loses a bracket', reach: 1, in: spec, at: /\}(?=\s*$)/g, put: () => '' },
  // Data.
  {
    did: 'changes a value that was published',
    reach: Infinity,
    in: release,
    at: /(?<="value": \d*)\d/g,
    put: ([digit = '']) => other(digit),
  },
  {
    did: 'drops a row that was published',
    reach: Infinity,
    in: release,
    at: /\n {4}\{[^\n]*\},(?=\n)/g,
    put: () => '',
  },
  {
    did: 'changes a digest',
    reach: Infinity,
    in: /^data\/releases\.json$/,
    at: /(?<=sha256:)[0-9a-f]/g,
    put: ([digit = '']) => (digit === '0' ? '1' : '0'),
    or: (_, { texts }) => [...texts.keys()].filter((path) => release.test(path)),
  },
  { did: 'loses a comma', reach: 1, in: release, at: /,(?=\n)/g, put: () => '' },
];

const inFolder = (file: string): string => file.slice(0, file.lastIndexOf('/'));

/** A pin of a brief concerns all of its texts. */
function allTexts(file: string): string[] {
  return ['en', 'lo', 'km', 'vi'].map((language) => `${inFolder(file)}/${language}.mdx`);
}

/** Mistakes that concern whole files: gone, renamed, in another encoding, cut off. */
const fileMistakes: readonly {
  did: string;
  in: RegExp;
  change(file: { path: string; text: string }): { path: string; text: string } | undefined;
  expected?(path: string): readonly string[];
}[] = [
  { did: 'removes the facts of a brief', in: briefFacts, change: () => undefined },
  { did: 'removes the source text', in: /^content\/briefs\/[^/]+\/en\.mdx$/, change: () => undefined },
  { did: 'removes a spec', in: spec, change: () => undefined },
  { did: 'removes a release', in: release, change: () => undefined, expected: () => ['data/releases.json'] },
  {
    did: 'removes the words of a data set',
    in: /^content\/datasets\/[^/]+\/en\.yaml$/,
    change: () => undefined,
  },
  {
    did: 'names a language that is none',
    in: /\/lo\.mdx$/,
    change: ({ path, text }) => ({ path: path.replace('/lo.mdx', '/la.mdx'), text }),
    expected: (path) => [path.replace('/lo.mdx', '/la.mdx')],
  },
  {
    did: 'renames the folder of a chart',
    in: spec,
    change: ({ path, text }) => ({ path: path.replace('/chart.vl.json', 'x/chart.vl.json'), text }),
    expected: (path) => [path, `${inFolder(path)}x/en.yaml`],
  },
  {
    did: 'renames a release',
    in: release,
    change: ({ path, text }) => ({
      path: path.replace('.json', '.1.json').replace(/(\d\.\d)\.\d\.1/, '$1.7'),
      text,
    }),
    expected: (path) => ['data/releases.json', path.replace(/(\d\.\d)\.\d\.json/, '$1.7.json')],
  },
  {
    did: 'saves in Latin-1',
    in: briefText,
    change: ({ path, text }) => ({ path, text: Buffer.from(text, 'utf8').toString('latin1') }),
  },
  {
    did: 'saves what is no UTF-8',
    in: translation,
    // As it is read then.
    change: ({ path, text }) => ({ path, text: text.replace(/[^\p{ASCII}]/u, '\ufffd') }),
  },
  {
    did: 'cuts the file in half',
    in: briefText,
    change: ({ path, text }) => ({ path, text: text.slice(0, Math.floor(text.length / 2)) }),
  },
  {
    did: 'cuts the file in half',
    in: spec,
    change: ({ path, text }) => ({ path, text: text.slice(0, Math.floor(text.length / 2)) }),
  },
  {
    did: 'cuts the file in half',
    in: release,
    change: ({ path, text }) => ({ path, text: text.slice(0, Math.floor(text.length / 2)) }),
  },
  { did: 'empties the file', in: briefText, change: ({ path }) => ({ path, text: '' }) },
  { did: 'empties the file', in: briefFacts, change: ({ path }) => ({ path, text: '' }) },
];

/** Mistakes in a site's files: `each` of every kind, as far as its content has places for them. */
export function* mutations(files: SiteFiles, each: number): Generator<Mutation> {
  const random = randomNumbers(1);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (const edit of edits) {
    const own = [...files.texts.values()].filter(({ path }) => edit.in.test(path));
    const places = own.flatMap(({ path, text }) =>
      [...text.matchAll(edit.at)].flatMap((found) => {
        const put = edit.put(found as RegExpExecArray, text);
        return put === undefined || put === found[0] ? [] : [{ path, text, found, put }];
      }),
    );
    for (let n = 0; n < Math.min(each, places.length); n += 1) {
      const place = pick(places);
      if (!place) break;
      const { path, text, found, put } = place;
      const changed = text.slice(0, found.index) + put + text.slice(found.index + found[0].length);
      yield {
        did: `${edit.did} (${path}:${positionAt(text, found.index).line})`,
        files: { ...files, texts: new Map(files.texts).set(path, { path, text: changed }) },
        expected: {
          files: [path, ...(edit.or?.(path, files) ?? [])],
          line: positionAt(text, found.index).line,
          reach: edit.reach ?? 0,
        },
      };
    }
  }
  for (const { did, in: where, change, expected } of fileMistakes) {
    const own = [...files.texts.values()].filter(({ path }) => where.test(path));
    for (let n = 0; n < Math.min(each, own.length); n += 1) {
      const file = pick(own);
      if (!file) break;
      const texts = new Map(files.texts);
      texts.delete(file.path);
      const changed = change(file);
      if (changed) texts.set(changed.path, changed);
      yield {
        did: `${did} (${file.path})`,
        files: { ...files, texts },
        expected: { files: expected?.(file.path) ?? [file.path], line: 1, reach: Infinity },
      };
    }
  }
}
