import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSingleFile, type Surroundings } from './single-file.ts';

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self'"><title>A &amp; B</title>
<link rel="stylesheet" href="/style.1.css"><link rel="stylesheet" media="print" href="print.css">
<link rel="canonical" href="https://sala.example/en/briefs/payers/"></head><body>
<a class="skip" href="#text">Skip</a>
<header class="site-head"><a class="site-name" href="/en/">Sala</a> <nav><a href="/lo/briefs/payers/">ລາວ</a></nav></header>
<main id="text"><p class="also">Read in <a href="/km/briefs/payers/">ខ្មែរ</a></p>
<p>Households pay — ຄ <a href="../../data/share/#release-1.0.0">the data</a> <a class="stat" href="/en/data/share/#release-1.0.0" title="Share of &quot;all&quot;, 2022; release 1.0.0">28.7</a> <a href="?a=1&amp;b=2">more</a></p>
<img src="photo.png" alt="">
<figure class="figure" id="figure-payers"><figure><p>inner</p></figure><svg><path d="M0,0"/></svg></figure>
</main></body></html>`;

const rows = `place,year,value,note\r\nລາວ,2021,28.7,"50 % & more, #1"\r\n${'LAO,2022,28.9,household-survey-of-all-provinces\r\n'.repeat(9)}`;
const around: Surroundings = {
  address: 'https://sala.example/en/briefs/payers/',
  style: (href) => (href === '/style.1.css' ? 'p{color:red}' : '@page{size:A4}'),
  fonts: (characters) => `/*${[...characters].filter((each) => each > '\u0300').join('')}*/`,
  picture: () => ({ bytes: Buffer.from('picture'), mediaType: 'image/png' }),
  listed: new Map([['/en/data/share/#release-1.0.0', { anchor: 'data-share', name: 'Share of "all"' }]]),
  files: new Map([
    [
      'figure-payers',
      [
        {
          name: 'payers.csv',
          mediaType: 'text/csv',
          bytes: Buffer.from(rows),
          description: 'Figure 1: "rows" ក',
          relationship: 'Data',
          date: '2026-11-24',
        },
      ],
    ],
  ]),
};
const file = makeSingleFile(page, around);

test('holds style and pictures, each style as it is allowed by its digest', () => {
  const styles = [...file.matchAll(/<style( media="print")?>(.*?)<\/style>/gs)];
  expect(styles.map(([, media, text]) => [media?.trim(), text])).toEqual([
    [undefined, 'p{color:red}'],
    ['media="print"', '@page{size:A4}'],
    [undefined, expect.stringContaining('/*')],
  ]);
  const [, policy = ''] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(file) ?? [];
  for (const [, , text = ''] of styles)
    expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  expect(policy).toMatch(/^default-src 'none'; .*font-src data:; img-src data:;/);
  expect(policy).not.toMatch(/script|self|unsafe/);
  expect(file).toContain(`<img src="data:image/png;base64,${Buffer.from('picture').toString('base64')}"`);
});

test('asks nothing of where it lies: links lead to the site, anchors stay in the file', () => {
  const links = [...file.matchAll(/<(?:a|link)\b[^>]* href="([^"]*)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => !href.startsWith('data:'));
  expect(links).toEqual([
    'https://sala.example/en/briefs/payers/',
    '#text',
    'https://sala.example/en/',
    'https://sala.example/en/data/share/#release-1.0.0',
    '#data-share',
    'https://sala.example/en/briefs/payers/?a=1&amp;b=2',
  ]);
  expect(file).not.toMatch(/stylesheet|\ssrc="(?!data:)/);
});

test('leads from a number to the list of data in the file, which has the name', () => {
  expect(file).toContain('<a class="stat" href="#data-share" title="2022; release 1.0.0">28.7</a>');
});

test('leaves out the menu of the site and the way to other languages', () => {
  expect(file).not.toMatch(/<nav|class="also"|ខ្មែរ/);
  expect(file).toContain('<header class="site-head">');
  expect(file.replace(/<[^>]*>/g, '')).toContain('Households pay — ຄ the data 28.7 more');
});

test('gives the files of a chart as links at its end, in words', () => {
  const [link = ''] = /<a download="payers.csv"[^>]*>.*?<\/a>/.exec(file) ?? [];
  const [, data = ''] = /href="data:text\/csv;charset=utf-8,([^"\s#&]*)"/.exec(link) ?? [];
  expect(decodeURIComponent(data)).toBe(rows);
  expect(link).toContain('>Figure 1: &quot;rows&quot; ក</a>');
  expect(file.indexOf(link)).toBeGreaterThan(file.indexOf('</svg>'));
  expect(file.indexOf(link)).toBeLessThan(file.lastIndexOf('</figure>'));
});

test('asks for the fonts of what it shows, and of nothing that it leaves out', () => {
  expect([...(/\/\*(.*)\*\//.exec(file)?.[1] ?? '')].sort().join('')).toBe('—ຄក'.split('').sort().join(''));
});
