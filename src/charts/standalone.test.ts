import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { drawPng } from './png.ts';
import { type StandaloneFrame, standaloneChart } from './standalone.ts';
import { drawTest } from './testing.ts';

const spec = {
  data: { name: 'share' },
  mark: 'bar',
  encoding: { y: { field: 'place', type: 'nominal' }, x: { aggregate: 'mean', field: 'value' } },
};
const frame: StandaloneFrame = {
  id: 'test',
  language: 'en',
  direction: 'ltr',
  title: 'What households pay',
  subtitle: 'Share, %',
  description: 'A chart of "this" & that.',
  notes: ['A note.'],
  source: 'Source: Tests: Data of share, release 1.0.0',
  rights: 'The chart may be reused.',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  address: 'https://example.org/en/charts/test/',
  site: 'Tests',
  data: ['https://example.org/data/share/1.0.0.json'],
};

/** Where lines of text begin and how large they are. */
const linesOf = (svg: string) =>
  [...svg.matchAll(/translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)\)/g)].map(([, x, y, scale]) => ({
    x: Number(x),
    y: Number(y),
    size: Number(scale) * 1000,
  }));

describe('a chart that leaves its page', () => {
  test('shows its labels alone where an axis leaves some empty', async () => {
    const powers = { ...spec.encoding.x, scale: { type: 'log' } };
    const drawing = await drawTest({ ...spec, mark: 'point', encoding: { ...spec.encoding, x: powers } });
    const without = drawing.replace(/<text[^>]*\/>/g, '');
    expect(without).not.toBe(drawing);
    expect(await standaloneChart(drawing, frame)).toBe(await standaloneChart(without, frame));
  });

  test('needs no font, no style and no other file', async () => {
    const svg = await standaloneChart(await drawTest(spec), frame);
    expect(svg).not.toMatch(/<text|<tspan|var\(|style=|font-|href="(?!#)/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of svg.matchAll(/xlink:href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  test('says what it is, where it comes from and what may be done with it', async () => {
    const svg = await standaloneChart(await drawTest(spec), frame);
    expect(svg).toMatch(/<svg[^>]* lang="en"[^>]* width="1472"/);
    expect(svg).toContain('<title id="title">What households pay</title>');
    expect(svg).toContain('<desc id="description">A chart of &quot;this&quot; &amp; that.</desc>');
    expect(svg).toContain('<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>');
    expect(svg).toContain('<dc:source>Source: Tests: Data of share, release 1.0.0</dc:source>');
    expect(svg).toContain('<dc:identifier>https://example.org/en/charts/test/</dc:identifier>');
    // Title, subtitle, the chart's own, note, source, rights, address and site.
    const sizes = linesOf(svg).map(({ size }) => size);
    expect([sizes[0], sizes[1], ...sizes.slice(-5)]).toEqual([20, 14, 11.5, 11.5, 11.5, 11.5, 11.5]);
  });

  test('breaks long texts and grows with them; leaves out notes that are a text of their own', async () => {
    const drawing = await drawTest(spec);
    const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);
    const plain = await standaloneChart(drawing, frame);
    const long = await standaloneChart(drawing, { ...frame, title: 'What households pay '.repeat(8) });
    expect(heightOf(long)).toBeGreaterThan(heightOf(plain) + 80);
    const noted = await standaloneChart(drawing, { ...frame, notes: ['A long note. '.repeat(100)] });
    expect(heightOf(noted)).toBeLessThan(heightOf(plain));
  });

  test('keeps its address inside, however long', async () => {
    const address = `https://example.org/en/charts/${'very-long-'.repeat(20)}/`;
    const sizes = linesOf(await standaloneChart(await drawTest(spec), { ...frame, address })).map(
      ({ size }) => size,
    );
    expect(sizes.at(-2)).toBeLessThan(8);
  });

  test('is set from the right where the language is', async () => {
    const words = { language: 'ar', direction: 'rtl', title: 'الحصص تتغير', subtitle: 'حصة' } as const;
    const [title, subtitle] = linesOf(await standaloneChart(await drawTest(spec), { ...frame, ...words }));
    expect(title?.x).toBeGreaterThan(500);
    expect(subtitle?.x).toBeGreaterThan(650);
  });
});

describe('as PNG', () => {
  test('has the colours of the chart on white, and the size of the SVG', async () => {
    const svg = await standaloneChart(await drawTest(spec), frame);
    const png = PNG.sync.read(Buffer.from(await drawPng(svg)));
    expect([png.width, png.height]).toEqual([1472, Number(/ height="(\d+)"/.exec(svg)?.[1])]);
    const colours = new Set<string>();
    for (let at = 0; at < png.data.length; at += 4) colours.add(png.data.toString('hex', at, at + 4));
    expect(png.data.toString('hex', 0, 4)).toBe('ffffffff');
    // Bars, and ink.
    for (const colour of ['0b5c7aff', '1a1f24ff']) expect(colours).toContain(colour);
  });

  test('is drawn in full colour where a palette is too small', async () => {
    const stops =
      '<stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#0f0"/><stop offset="1" stop-color="#00f"/>';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="9"><linearGradient id="a">${stops}</linearGradient><rect width="600" height="9" fill="url(#a)"/></svg>`;
    const bytes = Buffer.from(await drawPng(svg));
    const png = PNG.sync.read(bytes);
    expect(png.data.subarray(0, 2)).toEqual(Buffer.from([255, 0]));
    expect(bytes[25]).not.toBe(3);
  });
});
