import { PDFDocument } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/index.ts';
import { makeFontSheet } from '../fonts/index.ts';
import { type PrintedContents, readContents, writeContents } from './content.ts';

const lao = 'ການປະຕິຮູບປະກັນສຸຂະພາບລາວ ສາມາດຍົກສູງປະສິດທິພາບ (2021) ທີ່ຕ້ອງແກ້ໄຂ.';
const laoBold = 'ສະພາແຫ່ງຊາດ ທີ່ວັງວຽງ';
const khmer = 'កំណែទម្រង់ការធានារ៉ាប់រងសុខភាពនៅឡាវ អាចបង្កើនប្រសិទ្ធភាព ប៉ុន្តែ 30.7% នៅសល់។';
const vietnamese = 'Cải cách bảo hiểm y tế của Lào có thể nâng cao hiệu quả.';
const english = 'Office affluence: “waffles” – 50 €';
const rotated = 'ສັດສ່ວນການຈ່າຍ Tỷ lệ';
const arabic = 'دفعت الأسر';

const body = `
<p lang="lo">${lao}</p><p lang="lo"><b>${laoBold}</b></p><p lang="km">${khmer}</p><p lang="vi">${vietnamese}</p>
<p>${english}</p><p dir="rtl" lang="ar">${arabic}</p><p>zero\u200bwidth and health&shy;care</p>
<svg width="300" height="200"><text transform="translate(40 190) rotate(-90)" opacity="0.5">${rotated}</text>
<path d="M10.123456 10 L200.98765 20.55555" stroke="black"/></svg>`;

async function print(): Promise<Uint8Array> {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const sheet = await makeFontSheet(new Set(body), []);
    await page.setContent(
      `<html lang="en"><style>${sheet.inline(new Set(body))} body { font-family: Sala }</style>${body}`,
    );
    await page.evaluate(() => document.fonts.ready.then(() => 1));
    return await page.pdf({ tagged: true });
  } finally {
    await browser.close();
  }
}

async function finish(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  writeContents(pdf, readContents(pdf));
  return pdf.save();
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ');

let printed: Uint8Array;
let finished: Uint8Array;
let contents: PrintedContents;

beforeAll(async () => {
  printed = await print();
  finished = await finish(printed);
  contents = readContents(await PDFDocument.load(printed, { updateMetadata: false }));
}, 60_000);

const texts = (): string[] =>
  [...contents.pages, ...contents.forms.values()].flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? item.run.text : [])),
  );

describe('the text of a printed document', () => {
  it('comes back out of PDFium', async () => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(finished);
    const text = plain([...document.pages()].map((page) => page.getText()).join('\n'));
    document.destroy();
    library.destroy();
    for (const each of [lao, laoBold, khmer, vietnamese, english, arabic, rotated, 'zerowidth'])
      expect(text).toContain(each);
  });

  it('comes back out of pdf.js, with letters where they are drawn', async () => {
    const loading = getDocument({ data: finished.slice(), verbosity: 0 });
    const document = await loading.promise;
    const { items } = await (await document.getPage(1)).getTextContent();
    const lines = items.filter((item) => 'str' in item);
    const text = plain(lines.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
    // pdf.js takes the vowel sign am apart, as the compatibility decomposition does.
    const compatible = (words: string) => words.replaceAll('\u0eb3', '\u0ecd\u0eb2');
    for (const each of [lao, laoBold, khmer, vietnamese, english, rotated])
      expect(compatible(text)).toContain(compatible(each));
    // The line is as wide for it as it is drawn, so that what it marks is what was found.
    const width = lines.find(({ str }) => str.startsWith('ການ'))?.width ?? 0;
    const run = contents.pages[0]?.items.find((item) => item.kind === 'text' && item.run.text === lao);
    const drawn = run?.kind === 'text' ? run.run.width * 0.75 : 0;
    expect(Math.abs(width - drawn)).toBeLessThan(drawn * 0.02);
    await loading.destroy();
  });

  it('is one run a line in one style, whatever its scripts', () => {
    expect(texts()).toEqual(expect.arrayContaining([lao, laoBold, khmer, vietnamese, english, rotated]));
    const [font, ...others] = contents.fonts.all;
    expect(others).toHaveLength(1);
    // A letter by itself, not one that a cluster begins with, whose marks it would draw.
    const letter = font?.codeOf('ກ') ?? 0;
    expect(font?.textOf(letter)).toBe('ກ');
    expect(font?.widthOf(letter)).toBe(614);
    expect(font?.codeOf('Ω')).toBeUndefined();
  });

  it('keeps every number of the structure and balances what it begins', () => {
    const numbers: number[] = [];
    let depth = 0;
    for (const item of contents.pages[0]?.items ?? []) {
      if (item.kind === 'begin') depth++;
      if (item.kind === 'end') depth--;
      if (item.kind === 'begin' && item.mcid !== undefined) numbers.push(item.mcid);
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.length).toBeGreaterThan(6);
  });

  it('is written with the same bytes each time, and stays as it is when it is read again', async () => {
    expect(Buffer.from(await finish(printed)).equals(finished)).toBe(true);
    const again = readContents(await PDFDocument.load(finished, { updateMetadata: false }));
    const runs = again.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' ? item.run.text : [])),
    );
    expect(runs).toEqual(expect.arrayContaining([lao, khmer, vietnamese]));
  });
});

describe('what is no text', () => {
  it('stays, with coordinates as exact as can be seen', () => {
    const operators = [...contents.pages, ...contents.forms.values()].flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'operators' && item.paints ? item.text : [])),
    );
    expect(operators.join('\n')).toMatch(/10\.12\d? 10 m\n200\.98\d? 20\.55\d? l/);
  });

  it('passes text through as it was where it is not understood', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    page.drawText('Plain Helvetica', { x: 20, y: 20 });
    const bytes = await finish(await pdf.save());
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    expect([...document.pages()][0]?.getText()).toContain('Plain Helvetica');
    library.destroy();
  });
});
