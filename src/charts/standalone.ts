import { createHash } from 'node:crypto';
import { inkHeight, loadMeasurer, makeOutliner, measureText, type Outliner } from '../fonts/index.ts';
import type { Direction, Language } from '../i18n/index.ts';
import { brokenInto, fill } from './lines.ts';
import { outlined } from './outlined.ts';
import { chartPalette, drawn } from './palette.ts';

/** What stands around a chart that leaves its page, in the reader's language. */
export interface StandaloneFrame {
  id: string;
  /** The language of the words, and the direction that they are set in. */
  language: Language;
  direction: Direction;
  title: string;
  subtitle: string;
  /** For readers who cannot see the chart. */
  description: string;
  notes: readonly string[];
  /** Publisher, data set and release, as the page says them. */
  source: string;
  /** What may be done with it. */
  rights: string;
  /** The page of the licence. */
  licence: string;
  /** The page of the chart, absolute. */
  address: string;
  /** The name of the site. */
  site: string;
  /** Where each release is, absolute. */
  data: readonly string[];
}

/** In CSS pixels of the drawing, which is shown at twice its size. */
const margin = 28;
const enlarged = 2;
/** Notes that would be longer than this are left to the chart's page. */
const mostNoteLines = 4;

/**
 * A chart as an SVG document of its own (https://www.w3.org/TR/SVG2/): on white,
 * with its words, its source, licence and address in the picture and, for
 * programs, in its metadata (Dublin Core, Creative Commons). All text is drawn
 * as outlines, so that it needs no font. `svg` is the drawing as it stands in a page.
 */
export async function standaloneChart(svg: string, around: StandaloneFrame): Promise<string> {
  await loadMeasurer();
  const { id, language, title, subtitle, notes, source, rights, address, site } = around;
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const digest = createHash('sha256').update(`${id} ${language}`).digest('hex');
  const outliner = makeOutliner(`g${digest.slice(0, 5)}-`);
  const page = startPage(width, around, outliner);

  page.title(title, { size: 20, weight: 700, colour: drawn.ink });
  page.space(5);
  page.title(subtitle, { size: 14, colour: drawn.muted });
  page.space(18);
  page.insert(outlined(svg.replace(/^<svg[^>]*>|<\/svg>$/g, ''), outliner), height);
  page.space(14);
  const small = { size: 11.5, colour: drawn.muted };
  const lines = notes.flatMap((note) => page.lines(note, small));
  if (lines.length <= mostNoteLines) for (const note of notes) page.paragraph(note, small);
  page.paragraph(source, small);
  page.space(8);
  page.rule();
  page.space(8);
  page.paragraph(rights, small);
  page.ends({ ...small, text: address }, { ...small, text: site, weight: 700, colour: drawn.ink });

  const [fullWidth, fullHeight] = [width + 2 * margin, Math.ceil(page.height() + margin)];
  return withColours(
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
      ` lang="${language}" xml:lang="${language}" role="img" aria-labelledby="title description"`,
      ` width="${fullWidth * enlarged}" height="${fullHeight * enlarged}" viewBox="0 0 ${fullWidth} ${fullHeight}">`,
      `<title id="title">${escaped(title)}</title><desc id="description">${escaped(around.description)}</desc>`,
      metadata(around),
      `<defs>${outliner.glyphs()}</defs>`,
      `<rect width="100%" height="100%" fill="${drawn.ground}"/>`,
      page.content(),
      '</svg>\n',
    ].join(''),
  );
}

interface Style {
  size: number;
  weight?: 400 | 700;
  colour: string;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A page that is filled from above. */
function startPage(width: number, { language, direction }: StandaloneFrame, outliner: Outliner) {
  let y = margin;
  const content: string[] = [];
  const put = (text: string, style: Style, side: 'start' | 'end', own: Direction): number => {
    const atLeft = (side === 'start') === (direction === 'ltr');
    const length = measureText(text, style);
    const x = atLeft ? margin : margin + width - length;
    content.push(`<g fill="${style.colour}">${outliner.line(text, style, { x, y, direction: own })}</g>`);
    return length;
  };
  const lines = (text: string, style: Style) => fill(text, { language, width, ...style });
  /** Goes to the next baseline, and gives how far below it the ink reaches. */
  const down = (texts: readonly string[], style: Style): { below: number; step: number } => {
    const heights = texts.map((text) => inkHeight(text, style));
    const above = Math.max(style.size * 0.75, ...heights.map((height) => height.above));
    const below = Math.max(style.size * 0.25, ...heights.map((height) => height.below));
    y += above;
    return { below, step: Math.max(style.size * 1.35, above + below + style.size * 0.15) };
  };
  const write = (broken: readonly string[], style: Style): void => {
    const { below, step } = down(broken, style);
    // What is not translated keeps its own direction.
    const own = rightToLeft.test(broken.join()) ? direction : 'ltr';
    broken.forEach((line, index) => {
      if (index > 0) y += step;
      put(line, style, 'start', own);
    });
    y += below + style.size * 0.3;
  };
  return {
    lines,
    space: (pixels: number) => {
      y += pixels;
    },
    /** Titles have lines of much the same length. */
    title: (text: string, style: Style) => write(brokenInto(text, { language, width, ...style }), style),
    paragraph: (text: string, style: Style) => write(lines(text, style), style),
    /** Two texts in one line, one at each end; in two where they do not fit. */
    ends: (first: Style & { text: string }, last: Style & { text: string }) => {
      const { below, step } = down([first.text, last.text], first);
      const length = put(first.text, fitting(first, width), 'start', 'ltr');
      if (length + 16 + measureText(last.text, last) > width) y += step;
      put(last.text, last, 'end', direction);
      y += below;
    },
    rule: () => content.push(`<path d="M${margin} ${y}h${width}" stroke="${drawn.grid}"/>`),
    insert: (svg: string, height: number) => {
      content.push(`<g transform="translate(${margin} ${y})">${svg}</g>`);
      y += height;
    },
    height: () => y,
    content: () => content.join(''),
  };
}

/** A style so small that a text that cannot be broken fits. */
const fitting = (text: Style & { text: string }, width: number): Style => ({
  ...text,
  size: text.size * Math.min(1, width / measureText(text.text, text)),
});

function metadata({
  language,
  title,
  description,
  source,
  rights,
  licence,
  address,
  site,
  data,
}: StandaloneFrame): string {
  const properties = [
    '<dc:format>image/svg+xml</dc:format>',
    '<dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/>',
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:description>${escaped(description)}</dc:description>`,
    `<dc:language>${language}</dc:language>`,
    `<dc:identifier>${escaped(address)}</dc:identifier>`,
    `<dc:publisher><cc:Agent><dc:title>${escaped(site)}</dc:title></cc:Agent></dc:publisher>`,
    `<dc:source>${escaped(source)}</dc:source>`,
    ...data.map((each) => `<dc:relation rdf:resource="${escaped(each)}"/>`),
    `<dc:rights><cc:Agent><dc:title>${escaped(rights)}</dc:title></cc:Agent></dc:rights>`,
    `<cc:license rdf:resource="${escaped(licence)}"/>`,
  ];
  const spaces =
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"';
  return `<metadata><rdf:RDF ${spaces}><cc:Work rdf:about="">${properties.join('')}</cc:Work></rdf:RDF></metadata>`;
}

const values = new Map(chartPalette.map(({ variable, light }) => [variable as string, light]));

/** Colours of the light ground for the variables, which only a page has. */
const withColours = (svg: string): string =>
  svg.replace(/"var\((--[\w-]+)\)"/g, (whole, variable: string) =>
    values.has(variable) ? `"${values.get(variable)}"` : whole,
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
