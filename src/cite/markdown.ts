import type { Node, Parent } from 'unist';
import { visit } from 'unist-util-visit';
import { type Brief, measureOf, parseBody, type Translation, tableQuery } from '../briefs/index.ts';
import { formatDate } from '../i18n/index.ts';
import {
  type Addresses,
  chartNotes,
  dataGrid,
  type Locale,
  referenceText,
  type Site,
  shownFacts,
  sourceText,
  statText,
} from '../site/index.ts';
import type { Work } from './work.ts';

/** What a text is written from. */
interface Writing {
  site: Site;
  addresses: Addresses;
  brief: Brief;
  translation: Translation;
  /** The body of its file, without the front matter. */
  body: string;
  locale: Locale;
  work: Work;
  /** How to cite it, in a line. */
  citation: string;
}

/**
 * A text of a brief as plain Markdown (GFM), for programs and for people who
 * read without a browser: numbers filled in, charts as their words with the way
 * to their rows, links whole.
 */
export function briefMarkdown(writing: Writing): string {
  const { brief, locale, work, citation } = writing;
  const { message, language, place } = locale;
  const { facts, releases } = brief;
  const told = [work.genre, facts.places.map(place).join(', '), formatDate(work.issued, language)];
  const parts = [
    `# ${plain(work.title)}`,
    plain(work.abstract),
    [told.join(' · '), `<${work.address}>`, work.license?.name].filter(Boolean).join('  \n'),
    filledIn(writing),
    section(
      message('brief.facts'),
      shownFacts(brief, locale).map(({ label, texts }) => `- **${label}**: ${texts.join('; ')}`),
    ),
    section(
      message('brief.references'),
      facts.references.map(({ author, title, publisher, date, url }, n) => {
        const known = [author, title, publisher, date && formatDate(date, language)].filter(Boolean);
        return `${n + 1}. ${plain(known.join('. '))}.${url ? ` <${url}>` : ''}`;
      }),
    ),
    section(
      message('brief.dataUsed'),
      releases.size > 0 ? work.data.map(({ name, address }) => `- [${plain(name)}](${address})`) : [],
    ),
    section(message('brief.howToCite'), [plain(citation)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length > 0 ? `## ${title}\n\n${lines.join('\n')}` : '';

/** Text in which no sign means anything to Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<]/g, '\\$&').replace(/[ \t\r\n]+/g, ' ');

interface Edit {
  from: number;
  to: number;
  text: string;
}

type Element = Parent & {
  name?: string | null;
  url?: string;
  attributes?: { name: string; value?: unknown }[];
};

/** The body with words in the place of its components. */
function filledIn(writing: Writing): string {
  const { body } = writing;
  const edits: Edit[] = [];
  visit(parseBody(body), (node: Node) => {
    const { type, name, url, attributes = [], children = [] } = node as Element;
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (type === 'mdxFlowExpression' || type === 'mdxTextExpression') edits.push({ from, to, text: '' });
    if ((type === 'link' || type === 'image') && url?.startsWith('/')) {
      const at = body.lastIndexOf(url, to);
      if (at >= from) edits.push({ from: at, to: at + url.length, text: absolute(writing, url) });
    }
    if (!type.startsWith('mdxJsx') || !name) return;
    const own = new Map(attributes.map((each) => [each.name, String(each.value ?? '')]));
    const [first, last] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
    if (first === undefined || last === undefined)
      edits.push({ from, to, text: standIn(name, own, writing) });
    else {
      edits.push({ from, to: first, text: opening(name, own, writing) });
      edits.push({ from: last, to, text: '' });
    }
  });
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  let at = 0;
  let text = '';
  for (const edit of edits) {
    text += body.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return (text + body.slice(at)).replace(/\n{3,}/g, '\n\n').trim();
}

const absolute = ({ site, addresses }: Writing, path: string): string =>
  new URL(addresses.base + path.slice(1), site.settings.address).href;

/** What a component around text begins with. */
function opening(name: string, attributes: ReadonlyMap<string, string>, { locale }: Writing): string {
  const { message } = locale;
  if (name === 'KeyMessages') return `## ${message('brief.keyMessages')}\n\n`;
  if (name === 'Recommendations') return `## ${message('brief.recommendations')}\n\n`;
  if (name !== 'Callout') return '';
  const kind = message(`brief.${attributes.get('kind') ?? 'note'}` as 'brief.note');
  const title = attributes.get('title');
  return `**${title ? `${kind}: ${plain(title)}` : kind}**\n\n`;
}

/** The words of a component that holds no text. */
function standIn(name: string, attributes: ReadonlyMap<string, string>, writing: Writing): string {
  const { brief } = writing;
  const number = brief.figures.find(({ id }) => id === attributes.get('id'))?.number ?? 0;
  switch (name) {
    case 'Stat':
      return plain(statText(attributes, writing));
    case 'Cite':
      return `\\[${brief.facts.references.findIndex(({ id }) => id === attributes.get('id')) + 1}\\]`;
    case 'Reference':
      return referenceText(attributes, writing);
    case 'Chart':
      return chartText(attributes.get('id') ?? '', number, writing);
    case 'DataTable':
      return tableText(attributes, number, writing);
    default:
      return '';
  }
}

function chartText(id: string, number: number, writing: Writing): string {
  const { site, addresses, brief, locale } = writing;
  const chart = site.charts.get(id);
  if (!chart) return '';
  const { title, subtitle, description } = locale.chartWords(chart).words;
  const data = new Map(
    chart.source.datasets.flatMap((name) => {
      const dataset = site.datasets.get(name);
      const release = brief.releases.get(name) ?? dataset?.newest;
      return dataset && release ? [[name, locale.dataset(dataset, release)] as const] : [];
    }),
  );
  const page = new URL(addresses.chart(locale.language, id), site.settings.address).href;
  return [
    `**${locale.message('brief.figureLabel', { number })} [${plain(title)}](${page})**`,
    plain(subtitle),
    plain(description),
    plain(
      [...chartNotes(chart, data, locale).map(({ text }) => text), sourceText(data.values(), locale)].join(
        ' ',
      ),
    ),
  ].join('\n\n');
}

function tableText(attributes: ReadonlyMap<string, string>, number: number, writing: Writing): string {
  const { site, brief, locale } = writing;
  const query = tableQuery(attributes);
  const dataset = site.datasets.get(query.dataset);
  const release = brief.releases.get(query.dataset);
  const measure = release && measureOf(release, query.field);
  if (!dataset || !release || !measure || 'problem' in measure) return '';
  const data = locale.dataset(dataset, release);
  const { columns, rows } = dataGrid(query, data, measure.found);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => plain(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    `**${locale.message('brief.tableLabel', { number })} ${plain(attributes.get('caption') ?? '')}**`,
    [
      line(columns.map(({ title }) => title)),
      line(columns.map(({ numeric }) => (numeric ? '--:' : '---'))),
      ...rows.map(({ cells }) => line(cells)),
    ].join('\n'),
    plain(sourceText([data], locale)),
  ].join('\n\n');
}
