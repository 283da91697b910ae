import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'uqr';
import { describe, expect, inject, test } from 'vitest';

const published = inject('published');
const fixture = join(inject('fixture'), 'dist');
const slug = 'lao-viet-nam-health-insurance';
const brief = (language: string, folder = published, of = slug) =>
  readFile(join(folder, language, 'briefs', of, 'index.html'), 'utf8');
const printStyle = (language: string, folder = published, of = slug) =>
  readFile(join(folder, language, 'briefs', of, 'print.css'), 'utf8');
/** What stands in the first element with a class, without marks. */
const textIn = (html: string, name: string) =>
  new RegExp(`<(\\w+) class="${name}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html)?.[2]?.replace(/<[^>]+>/g, '') ??
  '';
const languages = ['en', 'lo', 'km', 'vi'];

describe('how to cite', () => {
  test.each([
    [
      'en',
      'APA Sala Policy Briefs. (2026). ',
      /\(Version 1 · [0-9a-f]{12}, .*\) \[Country comparison. Original in English, draft\]\. /,
    ],
    [
      'lo',
      'APA ບົດສະຫຼຸບນະໂຍບາຍ ສາລາ. (2026). ',
      /\(ສະບັບ 1 · [0-9a-f]{12}, .*\) \[ການປຽບທຽບລະຫວ່າງປະເທດ. ສະບັບແປພາສາລາວ ຈາກຕົ້ນສະບັບພາສາອັງກິດ, ສະບັບຮ່າງ\]\. /,
    ],
    [
      'km',
      'APA ឯកសារសង្ខេបគោលនយោបាយ Sala. (2026). ',
      /\(កំណែ 1 · [0-9a-f]{12}, .*\) \[ការប្រៀបធៀបប្រទេស. អត្ថបទបកប្រែជាភាសាខ្មែរ ពីអត្ថបទដើមជាភាសាអង់គ្លេស, សេចក្ដីព្រាង\]\. /,
    ],
    [
      'vi',
      'APA Tóm lược chính sách Sala. (2026). ',
      /\(Phiên bản 1 · [0-9a-f]{12}, .*\) \[So sánh quốc gia. Bản dịch \(Tiếng Việt\) từ bản gốc \(Tiếng Anh\), bản thảo\]\. /,
    ],
  ])('says who, when, what, in which language and where, in %s', async (language, start, end) => {
    const text = textIn(await brief(language), 'citation');
    expect(text.startsWith(start)).toBe(true);
    expect(text).toMatch(end);
    expect(text.endsWith(`https://sala.example/${language}/briefs/${slug}/`)).toBe(true);
  });

  test('cites the source where a page is not translated', async () => {
    const text = textIn(await brief('lo', fixture, 'untranslated'), 'citation');
    expect(text).toContain('Original in English');
    expect(text).toContain('https://doi.org/10.1234/example.7');
  });

  test.each(languages)('gives the permanent address of the %s page as a QR code', async (language) => {
    const html = await brief(language);
    const [, size, path = ''] =
      /viewBox="0 0 (\d+) \d+"[^>]*>\s*<rect[^>]*>(?:<\/rect>)?\s*<path d="([^"]+)"/.exec(
        html.slice(html.indexOf('class="qr-code"')),
      ) ?? [];
    const drawn = Array.from({ length: Number(size) }, () => Array<boolean>(Number(size)).fill(false));
    let [x, y] = [0, 0];
    for (const [, place, to, row, by, length] of path.matchAll(/(?:M((\d+) (\d+)\.5)|m(\d+) 0)h(\d+)/g)) {
      [x, y] = place === undefined ? [x + Number(by), y] : [Number(to), Number(row)];
      for (const end = x + Number(length); x < end; x += 1) (drawn[y] as boolean[])[x] = true;
    }
    const address = `https://sala.example/${language}/briefs/${slug}/`;
    expect(drawn).toEqual(encode(address, { ecc: 'M', border: 4 }).data);
  });

  test('names each release with its whole digest, and the licence with its address', async () => {
    const html = await brief('en');
    const releases = html.slice(html.indexOf('class="data-used"'));
    expect(releases.match(/<code>[0-9a-f]{64}<\/code>/g)?.length).toBe(12);
    expect(html).toContain('href="https://creativecommons.org/licenses/by/4.0/"');
  });
});

describe('the files beside a brief', () => {
  test.each(languages)('are offered in the language of the text: %s', async (language) => {
    const html = await brief(language);
    const [block = ''] = /<nav class="downloads"[\s\S]*?<\/nav>/.exec(html) ?? [];
    expect(block).toContain(`href="/${language}/briefs/${slug}/${slug}-${language}.pdf"`);
    expect(block).toContain(`href="/${language}/briefs/${slug}/${slug}-${language}.html"`);
    expect(html).toContain(
      `<meta name="citation_pdf_url" content="https://sala.example/${language}/briefs/${slug}/${slug}-${language}.pdf">`,
    );
  });

  test('are those of the source where a page is not translated, which Scholar finds there', async () => {
    const html = await brief('lo', fixture, 'untranslated');
    expect(html).toContain('href="/en/briefs/untranslated/untranslated-en.html"');
    expect(html).not.toContain('citation_pdf_url');
  });
});

describe('the printed page', () => {
  test.each(languages)('lists in %s the same sections as the outline beside the text', async (language) => {
    const html = await brief(language);
    const anchorsIn = (start: string, end: string) => {
      const from = html.indexOf(start);
      return [...html.slice(from, html.indexOf(end, from)).matchAll(/href="(#[^"]+)"/g)].map(([, to]) => to);
    };
    const contents = anchorsIn('<nav class="contents"', '</nav>');
    expect(contents.length).toBeGreaterThan(8);
    expect(contents).toEqual(anchorsIn('<details class="folded">', '</details>'));
  });

  test.each([
    ['en', '"Health coverage in Lao PDR and Viet Nam"', '"Page " counter(page) " of " counter(pages)'],
    ['lo', '"ການປົກຄຸມດ້ານສຸຂະພາບ ຢູ່ ສປປ ລາວ ແລະ ຫວຽດນາມ"', '"ໜ້າ " counter(page) " ຈາກທັງໝົດ " counter(pages)'],
    ['km', '"ការគ្របដណ្ដប់សុខភាពនៅឡាវ និងវៀតណាម"', '"ទំព័រ " counter(page) " នៃ " counter(pages)'],
    ['vi', '"Bao phủ y tế ở CHDCND Lào và Việt Nam"', '"Trang " counter(page) "/" counter(pages)'],
  ])('has its running head and foot in %s', async (language, head, foot) => {
    const css = await printStyle(language);
    expect(css).toContain(`@top-left{content:${head}`);
    expect(css).toContain(`@bottom-right{content:${foot}`);
    expect(css).toContain('size:A4');
    expect(await brief(language)).toContain(
      `<link rel="stylesheet" media="print" href="/${language}/briefs/${slug}/print.css">`,
    );
  });

  test('is mirrored in a language that is written from right to left', async () => {
    const css = await printStyle('ar', fixture, 'everything');
    expect(css).toContain('@top-right{content:"كل شيء في هذا الموجز"');
    expect(css).toContain('@bottom-right{content:"المختبرون"');
    expect(css).toContain('@bottom-left{content:"Page "');
  });
});
