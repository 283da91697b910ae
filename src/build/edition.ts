import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { chartStyles, type Drawn } from '../charts/index.ts';
import { makeWorks, type Works } from '../cite/index.ts';
import type { LocalizedDataset, Release } from '../datasets/index.ts';
import { type FontSheet, makeFontSheet } from '../fonts/index.ts';
import { type Language, languageName } from '../i18n/index.ts';
import { makeIndex, type SearchIndex, type SearchRecord, searchRecords } from '../search/index.ts';
import {
  type Addresses,
  type Chart,
  type ChartEdition,
  type Locale,
  makeAddresses,
  makeLocale,
  type Page,
  pagesOf,
  type Site,
  type SiteFiles,
} from '../site/index.ts';
import { charactersOf } from './characters.ts';
import { type ChartFile, chartDownloads } from './chart-downloads.ts';
import { type Citing, makeCiting } from './citing.ts';
import { type Drawer, makeDrawer } from './drawer.ts';
import { mayRead } from './guard.ts';
import { releasesDrawn } from './releases-drawn.ts';
import { makeScripts, type Scripts } from './scripts.ts';

/** A chart drawn for readers of one language. */
export interface DrawnChart extends Drawn {
  /** The data it was drawn from. */
  data: ReadonlyMap<string, LocalizedDataset>;
}

/** Everything that pages are made from: a site, its addresses, its style, and its charts on demand. */
export interface Edition {
  site: Site;
  addresses: Addresses;
  locale(language: Language): Locale;
  /** The text of a file of the site folder, as it was when the site was read. */
  text(file: string): string;
  /** The page at a path below its language. */
  page(path: string): Page;
  /** Draws a chart from the given releases, or from the newest of its data sets. */
  chart(chart: Chart, language: Language, releases?: ReadonlyMap<string, Release>): Promise<DrawnChart>;
  /** Draws many at once. */
  charts: Drawer;
  /** The files that a chart can be taken away as. */
  chartFiles(chart: Chart, language: Language, shown: Pick<ChartEdition, 'releases'>): Promise<ChartFile[]>;
  /** The releases of each data set of a chart that it can be shown with. */
  releasesDrawn(chart: Chart): Promise<ReadonlyMap<string, readonly Release[]>>;
  /** What is said of briefs, charts and data sets. */
  works: Works;
  /** How they are cited, and what programs are told of them. */
  citing: Citing;
  /** What readers of a language can find, and its index. */
  search(language: Language): { records: readonly SearchRecord[]; index: SearchIndex };
  /** Whether each brief gets a PDF beside its page. */
  prints: boolean;
  fonts: FontSheet;
  /** What runs in browsers when a reader asks for it. */
  scripts: Scripts;
  /** The one style sheet, and its name, which holds a digest of it; `own` is what is in it besides the fonts. */
  style: { css: string; name: string; own: string };
}

/** Prepares an edition of a site that will stand under `base`. */
export async function makeEdition(
  site: Site,
  files: SiteFiles,
  { base, prints }: { base: string } & Pick<Edition, 'prints'>,
): Promise<Edition> {
  const addresses = makeAddresses(base);
  const fonts = await makeFontSheet(
    charactersOf(site, files),
    site.languages.map((language) => languageName(language)),
  );
  const locales = new Map<Language, Locale>();
  const locale = (language: Language): Locale => {
    const made = locales.get(language) ?? makeLocale(site, language);
    locales.set(language, made);
    return made;
  };
  const searches = new Map<Language, ReturnType<Edition['search']>>();
  const pages = new Map(pagesOf(site).map((page) => [page.path, page]));
  const charts = makeDrawer(site, locale);
  let citing: Citing | undefined;
  const edition: Edition = {
    site,
    addresses,
    locale,
    text(file) {
      const [, slug] = /^content\/briefs\/([^/]+)\/.*\.mdx$/.exec(file) ?? [];
      if (slug !== undefined) mayRead(slug);
      return files.texts.get(file)?.text ?? '';
    },
    page(path) {
      const page = pages.get(path);
      if (!page) throw new Error(`There is no page ${path}`);
      return page;
    },
    works: makeWorks(site, { addresses, locale, prints }),
    get citing() {
      citing ??= makeCiting(edition);
      return citing;
    },
    search(language) {
      let made = searches.get(language);
      if (!made) {
        const records = searchRecords(site, language, locale);
        made = { records, index: makeIndex(language, records) };
        searches.set(language, made);
      }
      return made;
    },
    prints,
    fonts,
    scripts: await makeScripts(),
    style: await makeStyle(site, fonts, addresses),
    chart: (chart, language, releases) => charts([{ chart, language, releases }])[0] as Promise<DrawnChart>,
    charts,
    chartFiles: (chart, language, shown) => chartDownloads(edition, chart, language, shown),
    releasesDrawn: (chart) => releasesDrawn(edition, chart),
  };
  return edition;
}

/** Style files of pages that no brief is, which a brief that stands alone does without. */
const ofOtherPages = new Set(['50-places.css', '60-search.css']);

const stylesFolder = new URL('../styles/', import.meta.url);

/** The style sheet: fonts, the site's colour, the colours of charts, and the style files in the order of their names. */
async function makeStyle(
  { settings }: Site,
  fonts: FontSheet,
  { base }: Addresses,
): Promise<Edition['style']> {
  const names = (await readdir(stylesFolder)).filter((name) => name.endsWith('.css')).sort();
  const parts = await Promise.all(names.map((name) => readFile(new URL(name, stylesFolder), 'utf8')));
  const brand = `:root{--accent-on-light:${settings.accent};--accent-on-dark:${lighter(settings.accent)}}`;
  const sheet = (some: readonly (string | undefined)[]) =>
    squeezed([brand, chartStyles(), ...some].join('\n'));
  const css = `${fonts.css(`${base}fonts/`)}\n${sheet(parts)}`;
  const own = sheet(parts.filter((_, index) => !ofOtherPages.has(names[index] ?? '')));
  const digest = createHash('sha256').update(css).digest('hex').slice(0, 8);
  return { css, name: `style.${digest}.css`, own };
}

/** A style sheet without its comments and the space between its lines. */
const squeezed = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}');

/** The accent for the dark ground: its hue, so light that it can be read whatever the hue. */
function lighter(accent: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(accent.slice(at, at + 2), 16) / 255,
  );
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread === 0) return 'hsl(0 0% 75%)';
  const sixth =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  return `hsl(${Math.round((sixth * 60 + 360) % 360)} 60% 72%)`;
}
