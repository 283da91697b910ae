import { createHash } from 'node:crypto';
import { loadMeasurer, makeOutliner, type Outliner } from '../fonts/index.ts';
import type { Direction, Language } from '../i18n/index.ts';
import { outlined } from './outlined.ts';
import { chartPalette, drawn } from './palette.ts';
import { startColumn } from './text-column.ts';

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
  const page = startColumn(
    { left: margin, top: margin, width, language, direction: around.direction },
    outliner,
  );

  page.title(title, { size: 20, weight: 700, colour: drawn.ink });
  page.space(5);
  page.title(subtitle, { size: 14, colour: drawn.muted });
  page.space(18);
  page.insert(withoutFrame(svg, outliner), height);
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

/** What is drawn in a chart, with outlines for its texts. */
export const withoutFrame = (svg: string, outliner: Outliner): string =>
  outlined(svg.replace(/^<svg[^>]*>|<\/svg>$/g, ''), outliner);

const values = new Map(chartPalette.map(({ variable, light }) => [variable as string, light]));

/** Colours of the light ground for the variables, which only a page has. */
export const withColours = (svg: string): string =>
  svg.replace(/"var\((--[\w-]+)\)"/g, (whole, variable: string) =>
    values.has(variable) ? `"${values.get(variable)}"` : whole,
  );

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
