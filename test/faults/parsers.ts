import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  briefFactsSchema,
  frontMatterSchema,
  plainProblems,
  readDocument,
  splitFrontMatter,
} from '../../src/briefs/index.ts';
import { chartWordsSchema, checkChart, parseChart } from '../../src/charts/index.ts';
import {
  datasetFactsSchema,
  datasetWordsSchema,
  guessSchema,
  makeRelease,
  readGrid,
  readMap,
  readMetadata,
  releaseSchema,
  verifyRows,
} from '../../src/datasets/index.ts';
import type { Report } from '../../src/diagnostics/index.ts';
import { makeSite, readSiteFiles } from '../../src/site/index.ts';
import { drawingProblem, parseJson, parseYaml } from '../../src/source/index.ts';
import { readXliff } from '../../src/translations/index.ts';

/** A way in for what others write. */
export interface Parser {
  name: string;
  /** Reads a text; reports what is wrong with it, or throws a Failure. */
  read(text: string, report: Report): unknown;
  /** Texts that it takes, to be changed. */
  seeds: readonly string[];
  /** Signs and words that mean something to it. */
  pieces: readonly string[];
  /** It takes a whole site each time, so that fewer texts are read. */
  isSlow?: boolean;
}

const seed = (path: string) => readFileSync(join(import.meta.dirname, '../fixtures/site', path), 'utf8');

/** Signs that mean something everywhere, or nothing anywhere. */
const everywhere =
  '\u0000 \ud800 \u202e \ufeff \ufffe \u0085 \t \n \r\n constructor __proto__ toString'.split(' ');
const yaml = [
  ...': |- |? |[|]|{|}|&a |*a|!!binary |!!js/function |\n  |\n- |"|\'|#|---\n|...\n|%YAML 1.1\n|<<: |~|0x1F|.inf|>-\n'.split(
    '|',
  ),
  '|\n ',
];
const json =
  '{ } [ ] , : " \\ \\u0000 \\ud800 null true -1 1e999 12345678901234567890 // /* {"a":1,"a":2} [[[[ "__proto__":1,'.split(
    ' ',
  );
const mdx =
  '* ** _ ` ``` [ ] ( ) ![ < > <Stat </ /> { } {/* */} \n\n \n>\x20 \n-\x20 \n1.\x20 # | |-| [^a] [^a]: import export javascript:alert(1) data:text/html, https:// & &#x202e; &#0; \\ ~~ <!-- --> <Chart\x20id=" <Callout> </Callout> {...a}'.split(
    ' ',
  );
const csv =
  ', ; " "" \n \r\n \t =1+1 @SUM(1) +1 -1 1,5 1.234,5 2020 LAO "a\nb" | PK\u0003\u0004 %PDF <html> [ {'.split(
    ' ',
  );
const xml =
  '< > </ /> & &amp; &#0; &x; " = <!DOCTYPE <!ENTITY <![CDATA[ ]]> <!-- --> <?xml <?x <pc\x20id="1"> </pc> <ph\x20id="1"/> <cp\x20hex="110000"/> <sc\x20id="1"/> <ec\x20id="1"/> <target> </target> xmlns="http://www.w3.org/1999/xhtml" onload="x" href="javascript:x" <script> <style> url(//a)'.split(
    ' ',
  );

const ofYaml = (name: string, schema: Parameters<typeof parseYaml>[1], path: string): Parser => ({
  name,
  read: (text, report) => parseYaml({ path: 'a', text }, schema, report),
  seeds: [seed(path)],
  pieces: [...yaml, ...everywhere],
});

const fixture = join(import.meta.dirname, '../fixtures/site');
const fixtureFiles = await readSiteFiles(fixture);
const messageFiles = await readSiteFiles(join(import.meta.dirname, '../..'));
const texts = new Map([
  ...fixtureFiles.texts,
  ...[...messageFiles.texts].filter(([path]) => path.startsWith('content/messages/')),
]);

/** One file in a whole site, whose others stay as they are. */
const ofSite = (path: string, pieces: readonly string[]): Parser => ({
  name: `${path} in its site`,
  read(text, report) {
    const files = { ...fixtureFiles, texts: new Map(texts).set(path, { path, text }) };
    for (const diagnostic of makeSite(files).diagnostics)
      if (diagnostic.file === path) report({ ...diagnostic, file: 'a' });
  },
  seeds: [texts.get(path)?.text ?? ''],
  pieces: [...pieces, ...everywhere],
  isSlow: true,
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fields = new Map(
  Object.entries({
    people: ['place', 'year', 'value'],
    share: ['place', 'year', 'value'],
  }),
);

export const parsers: readonly Parser[] = [
  ofYaml('brief.yaml', briefFactsSchema, 'content/briefs/everything/brief.yaml'),
  ofYaml('dataset.yaml', datasetFactsSchema, 'content/datasets/share/dataset.yaml'),
  ofYaml('the words of a data set', datasetWordsSchema, 'content/datasets/share/lo.yaml'),
  ofYaml('the words of a chart', chartWordsSchema, 'content/charts/lines/lo.yaml'),
  {
    name: 'a text with its front matter',
    read(text, report) {
      const parts = splitFrontMatter(text);
      if (!parts) return undefined;
      const file = { path: 'a', text };
      parseYaml(file, frontMatterSchema, report, { text: parts.matter, firstLine: 2 });
      return readDocument(file, { ...parts, language: 'lo' }, report)?.words;
    },
    seeds: [seed('content/briefs/everything/en.mdx'), seed('content/briefs/everything/lo.mdx')],
    pieces: [...mdx, ...everywhere],
  },
  {
    name: 'a text in Markdown',
    read: (text, report) =>
      plainProblems(text).map((problem) =>
        report({ rule: 'schema', severity: 'error', file: 'a', line: 1, column: 1, ...problem }),
      ),
    seeds: ['About **us**: [a page](https://example.org/).\n\n- one\n- two\n'],
    pieces: [...mdx, ...everywhere],
  },
  {
    name: 'chart.vl.json',
    read(text, report) {
      const chart = parseChart('a', { path: 'a', text }, report);
      if (chart) checkChart(chart, (dataset) => fields.get(dataset), report, ['people', 'share']);
    },
    seeds: ['bars', 'facets', 'joined', 'lines', 'repeats'].map((id) =>
      seed(`content/charts/${id}/chart.vl.json`),
    ),
    pieces: [
      ...json,
      ...'"url":"x", "href":"javascript:x", "expr": "sequence(1e9)" "data":{"values":[]}, "usermeta":{}, "transform":[], "repeat":[], "layer":[] "filter" "lookup" "calculate":"datum[" "mark":"image"'.split(
        ' ',
      ),
      ...everywhere,
    ],
  },
  {
    name: 'a release',
    read(text, report) {
      const source = parseJson({ path: 'a', text }, releaseSchema, report);
      if (!source) return;
      verifyRows(source, report);
      makeRelease(source.value, 'sha256:0');
    },
    seeds: [seed('data/share/1.1.0.json'), seed('data/people/1.0.0.json')],
    pieces: [...json, '"constraints":{"pattern":"(a+)+$"},', '"primaryKey":["toString"],', ...everywhere],
  },
  {
    name: 'a table to import',
    async read(text) {
      const grid = await readGrid(bytesOf(text));
      return guessSchema(grid, { told: {}, knownPlace: (code) => code === 'LAO' });
    },
    seeds: [
      'place,year,value\nLAO,2020,1.5\nLAO,2021,2.5\n',
      'Country;Year;Value\nLAO;2020;1,5\n',
      '[{"place":"LAO","year":2020,"value":1.5}]',
    ],
    pieces: [...csv, ...json, ...everywhere],
  },
  {
    name: 'a map to import',
    read: (text) =>
      readMap(bytesOf(text), { places: undefined, object: undefined, frame: undefined, detail: undefined }),
    seeds: [
      '{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0]],"id":"418","properties":{"name":"Laos"}}]}},"arcs":[[[0,0],[9999,0],[0,9999],[-9999,-9999]]],"transform":{"scale":[0.001,0.001],"translate":[100,14]}}',
    ],
    pieces: [...json, '"arcs":[[9]],', '"objects":{},', '"transform":null,', ...everywhere],
  },
  {
    name: 'metadata of an import',
    read: (text) => readMetadata(bytesOf(text)),
    seeds: ['{"chart":{"title":"Life"},"columns":{"a":{"titleShort":"Life","unit":"years"}}}'],
    pieces: [...json, ...everywhere],
  },
  {
    name: 'XLIFF',
    read: (text) => readXliff(text, 'a.xlf'),
    seeds: [
      `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="lo">
  <file id="demo"><skeleton>title abc -</skeleton>
    <unit id="title"><segment state="translated"><source>Who <pc id="1">pays</pc></source><target>ໃຜ <pc id="1">ຈ່າຍ</pc><ph id="2"/></target></segment></unit>
  </file>
</xliff>`,
    ],
    pieces: [...xml, ...everywhere],
  },
  {
    name: 'a drawing of public/',
    read(text, report) {
      const problem = drawingProblem(text);
      if (!problem) return;
      const { at, ...words } = problem;
      report({ rule: 'public-file', severity: 'error', file: 'a', ...at, ...words });
    },
    seeds: [
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><style>.a{fill:red}</style>\n<circle class="a" r="4"/><a href="#b"><text id="b">ລາວ</text></a></svg>',
    ],
    pieces: [...xml, ...everywhere],
  },
  ofSite('content/messages/lo.yaml', [...yaml, ..."{ } {n, plural, one {#} other {#}} # '".split(' ')]),
  ofSite('content/glossary/en.yaml', yaml),
  ofSite('content/glossary/glossary.yaml', yaml),
  ofSite('content/site/site.yaml', yaml),
  ofSite('content/briefs/everything/en.mdx', mdx),
  ofSite('content/charts/joined/chart.vl.json', json),
  ofSite('data/releases.json', json),
];
