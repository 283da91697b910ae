import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { digestOf } from '../src/datasets/index.ts';
import { loadSite } from '../src/site/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { repository } from './sites.ts';

const published = inject('published');
const fixture = join(inject('fixture'), 'dist');
const languages = ['en', 'lo', 'km', 'vi'];
const { site } = await loadSite(repository);
if (!site) throw new Error('The repository does not load');
const slugs = site.briefs.map(({ slug }) => slug);
const page = (path: string, folder = published) => readFile(join(folder, path, 'index.html'), 'utf8');
/** The text of a page, without marks and without what stands in attributes. */
const textOf = (html: string) =>
  html.replace(/<(style|script|head)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Astro writes HTML as compact as it may; these are matters of taste.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
    'tel-non-breaking': 'off',
    'no-inline-style': 'error',
    // Each figure, table and list of languages has its own name.
    'unique-landmark': 'error',
  },
});

describe.each([
  ['the repository', published],
  ['the fixture site', fixture],
])('%s', (_, folder) => {
  test('is valid HTML on every page', async () => {
    const pages = (await filesUnder(folder)).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(20);
    for (const path of pages) {
      const report = await validator.validateString(await readFile(join(folder, path), 'utf8'), path);
      const problems = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
      );
      expect(problems).toEqual([]);
    }
  });

  test('links only to what is there', async () => {
    const files = new Set(await filesUnder(folder));
    const pages = new Map<string, string>();
    for (const path of files)
      if (path.endsWith('.html')) pages.set(path, await readFile(join(folder, path), 'utf8'));
    const broken: string[] = [];
    for (const [path, html] of pages) {
      for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        const { pathname, hash, host } = new URL(
          link.replaceAll('&#38;', '&'),
          `https://here/${path.replace('index.html', '')}`,
        );
        if (host !== 'here') continue;
        const name = pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1);
        const anchor = decodeURIComponent(hash.slice(1));
        if (!files.has(name)) broken.push(`${path} → ${link}`);
        else if (anchor && !pages.get(name)?.includes(`id="${anchor}"`)) broken.push(`${path} → ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('holds no script in its pages and asks no other host', async () => {
    for (const path of await filesUnder(folder)) {
      if (!/\.(html|css)$/.test(path)) continue;
      const text = await readFile(join(folder, path), 'utf8');
      // Data for machines is no script; scripts are files of the site.
      expect(text).not.toMatch(/<script(?! type="application\/ld\+json")(?![^>]* src="\/)/i);
      expect(text).not.toMatch(/\son\w+=|@import|url\(\s*["']?(https?:)?\/\//i);
      expect(text).not.toMatch(/<(img|link rel="(stylesheet|preload|icon)")[^>]*="https?:/);
    }
  });
});

describe('each brief in each language', () => {
  const scripts: Record<string, RegExp> = {
    en: /[a-z]/gi,
    lo: /\p{Script=Lao}/gu,
    km: /\p{Script=Khmer}/gu,
    vi: /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/gi,
  };
  // Of the letters of a page; Vietnamese writes about a quarter of its letters with marks.
  const least: Record<string, number> = { en: 0.95, lo: 0.7, km: 0.7, vi: 0.15 };

  test.each(slugs.flatMap((slug) => languages.map((language) => [slug, language] as const)))(
    '%s in %s is in that language',
    async (slug, language) => {
      const html = await page(`${language}/briefs/${slug}`);
      expect(html).toMatch(new RegExp(`<html lang="${language}"`));
      // References keep the titles of their sources.
      const text = textOf(html.replace(/<section class="references"[\s\S]*?<\/section>/, ''));
      const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
      const own = text.match(scripts[language] ?? /x/g)?.length ?? 0;
      expect(own / letters).toBeGreaterThan(least[language] ?? 1);
    },
  );

  test.each(slugs)('%s has the same anchors in every language', async (slug) => {
    const anchors = async (language: string) =>
      [...(await page(`${language}/briefs/${slug}`)).matchAll(/<(?:h2|h3|figure)[^>]* id="([^"]+)"/g)].map(
        ([, id]) => id,
      );
    const source = await anchors('en');
    expect(source.length).toBeGreaterThan(10);
    for (const language of languages) expect(await anchors(language)).toEqual(source);
  });

  test.each(slugs)('%s numbers its figures and refers to them', async (slug) => {
    const words = { en: 'Figure', lo: 'ຮູບທີ', km: 'រូបភាព', vi: 'Hình' };
    const counts: number[] = [];
    for (const language of languages) {
      const html = await page(`${language}/briefs/${slug}`);
      const { message } = { message: words[language as keyof typeof words] };
      const labels = [...html.matchAll(/class="figure-label"[^>]*>([^<]+)</g)].map(([, label = '']) => label);
      expect(labels.some((label) => label.startsWith(message))).toBe(true);
      counts.push(labels.length);
      expect(html).toMatch(/class="reference" href="#figure-/);
    }
    expect(new Set(counts).size).toBe(1);
  });

  test.each([
    ['en', '28.7%', '61.2%', 'US$'],
    ['km', '28.7%', '61.2%', '$'],
    ['lo', '28,7%', '61,2%', 'US$'],
    ['vi', '28,7%', '61,2%', 'US$'],
  ])('writes its numbers as readers of %s do', async (language, lao, cambodian, dollar) => {
    const text = await page(`${language}/briefs/lao-cambodia-health-protection`);
    expect(text).toContain(`>${lao}</a>`);
    expect(text).toContain(`>${cambodian}</a>`);
    expect(text).toContain(dollar);
  });

  test.each([
    ['en', 'Cambodia', '28.7', '36.3'],
    ['km', 'កម្ពុជា', '28.7', '36.3'],
    ['lo', 'ກຳປູເຈຍ', '28,7', '36,3'],
    ['vi', 'Campuchia', '28,7', '36,3'],
  ])('draws charts with the names and numbers of %s', async (language, cambodia, ...values) => {
    const html = await page(`${language}/charts/funding-mix-lao-cambodia`);
    const drawn = [...html.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text]) => text);
    expect(drawn).toContain(cambodia);
    for (const value of values) expect(drawn).toContain(value);
  });

  test('says that each text is a draft', async () => {
    for (const slug of slugs)
      for (const language of languages)
        expect(await page(`${language}/briefs/${slug}`)).toContain('class="notice"');
  });
});

describe('a page that is not translated', () => {
  test('shows the source, marked so, with a notice in the language of the reader', async () => {
    const html = await page('lo/briefs/untranslated', fixture);
    expect(html).toContain('<html lang="lo" dir="ltr">');
    expect(html).toMatch(/<header class="opening" lang="en" dir="ltr">/);
    expect(html).toContain('<div class="notice"');
    expect(textOf(html)).toMatch(/\p{Script=Lao}{3}/u);
  });

  test('is not declared to be in that language', async () => {
    const html = await page('lo/briefs/untranslated', fixture);
    expect([...html.matchAll(/hreflang="([^"]+)" href="https:/g)].map(([, tag]) => tag)).toEqual([
      'en',
      'x-default',
    ]);
    expect(html).toContain('<link rel="canonical" href="https://fixture.example/en/briefs/untranslated/">');
    expect(await readFile(join(fixture, 'sitemap.xml'), 'utf8')).not.toContain('/lo/briefs/untranslated/');
  });
});

describe('addresses', () => {
  test('offer each page in every language that it is written in', async () => {
    const html = await page(`km/briefs/${slugs[0]}`);
    const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, tag, href]) => `${tag} ${href}`,
    );
    expect(alternates).toEqual(
      [...languages, 'x-default'].map(
        (tag) => `${tag} https://sala.example/${tag === 'x-default' ? 'en' : tag}/briefs/${slugs[0]}/`,
      ),
    );
  });

  test('give releases as they were published, and as CSV', async () => {
    const json = await readFile(join(published, 'data/out-of-pocket-share/1.1.0.json'), 'utf8');
    expect(digestOf(json)).toBe(site.datasets.get('out-of-pocket-share')?.newest.digest);
    const csv = await readFile(join(published, 'data/out-of-pocket-share/1.1.0.csv'), 'utf8');
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['place,year,value', 'LAO,2000,44.77974']);
  });
});
