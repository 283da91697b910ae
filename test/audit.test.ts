import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { DomUtils } from 'htmlparser2';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import {
  all,
  around,
  type Document,
  type Element,
  has,
  isElement,
  named,
  pageOf,
  partsOf,
  text,
} from './built-pages.ts';
import { release, rowsWith, traceOf, written } from './releases.ts';
import { copyFixture, edit, remove, repository, run } from './sites.ts';

const languages = ['en', 'lo', 'km', 'vi'];
const slugs = (await readdir(join(repository, 'content/briefs'))).sort();

/** How many decimals a text has that is written in a language. */
const decimalsIn = (shown: string, language: string): number =>
  (/^en|km$/.test(language) ? /\.(\d+)/ : /,(\d+)/).exec(shown)?.[1]?.length ?? 0;

/** Holds every cell of a page's tables, and every <data>, against the releases; gives how many there were. */
async function recompute(page: Document, language: string): Promise<number> {
  let count = 0;
  for (const cell of all('td', page)) {
    const shown = text(cell);
    const inTable = around(cell).some(({ name, attribs }) => name === 'table' && attribs['data-from']);
    const isChange = around(cell).some((each) => has('changes', each));
    if (!has('number', cell) || shown === '–' || !(inTable || isChange)) continue;
    const { value, decimals, says } = await named(cell);
    // What a release changed is shown with as many decimals as tell the two apart.
    const style = { decimals: isChange ? decimalsIn(shown, language) : decimals };
    expect(shown, says).toBe(written(value, language, style));
    count += 1;
  }
  for (const element of all('data', page)) {
    const { value, decimals, unit, says } = await named(element);
    expect(element.attribs['value'], says).toBe(String(value));
    expect(text(element), says).toBe(written(value, language, { decimals, unit }));
    count += 1;
  }
  return count;
}

/** The numbers that a text asks for, as its tags say it, with what they must look like. */
async function wanted(slug: string, language: string): Promise<string[]> {
  const folder = join(repository, 'content/briefs', slug);
  const source = await readFile(join(folder, `${language}.mdx`), 'utf8');
  const { data: pins } = parse(await readFile(join(folder, 'brief.yaml'), 'utf8'));
  const { stat } = parse(await readFile(join(repository, `content/messages/${language}.yaml`), 'utf8'));
  return Promise.all(
    [...source.matchAll(/<Stat\s([^>]*?)\/>/g)].map(async ([tag, inside = '']) => {
      const {
        data = '',
        field,
        decimals,
        format,
        compare,
        ...rest
      } = Object.fromEntries(
        [...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      ) as Record<string, string | undefined>;
      const found = await release(data, pins[data]);
      const name = field ?? [...found.measures.keys()][0] ?? '';
      const keys = Object.entries(rest) as [string, string][];
      const own = keys.filter(([key]) => !key.startsWith('to-'));
      const than = keys.filter(([key]) => key.startsWith('to-')).map(([key, value]) => [key.slice(3), value]);
      const value = (row: ReadonlyMap<string, string>) => {
        const rows = rowsWith(found, row);
        expect(rows, tag).toHaveLength(1);
        return Number(rows[0]?.[name]);
      };
      const first = value(new Map(own));
      const { decimals: usual, unit } = found.measures.get(name) ?? { decimals: undefined, unit: undefined };
      const digits = decimals === undefined ? usual : Number(decimals);
      const sign = format === 'number' ? undefined : unit;
      if (compare === undefined) return written(first, language, { decimals: digits, unit: sign });
      const second = value(new Map([...own, ...(than as [string, string][])]));
      if (compare === 'ratio') return written(first / second, language, { decimals: Number(decimals ?? 1) });
      if (compare === 'change')
        return written(((first - second) / Math.abs(second)) * 100, language, {
          decimals: Number(decimals ?? 1),
          unit: format === 'number' ? undefined : 'percent',
        });
      const apart = compare === 'difference' ? first - second : Math.abs(first - second);
      return sign === 'percent'
        ? stat.percentagePoints.replace('{number}', written(apart, language, { decimals: digits }))
        : written(apart, language, { decimals: digits, unit: sign });
    }),
  );
}

describe.each(languages)('in %s', (language) => {
  test.each(slugs)('%s shows each number of its text as the release has it', async (slug) => {
    const page = await pageOf(language, 'briefs', slug);
    const stats = all('a', page).filter((each) => has('stat', each));
    expect(stats.length).toBeGreaterThan(10);
    expect(stats.map(text).sort()).toEqual((await wanted(slug, language)).sort());
    for (const stat of stats) {
      const { value, dataset, says, decimals } = await named(stat);
      expect(stat.attribs['href'], says).toContain(`/${language}/data/${dataset}/`);
      const [how, ...other] = stat.attribs['data-compare']?.split(' ') ?? [];
      if (how === undefined) {
        const shown = decimalsIn(text(stat), language);
        expect(text(stat).replace(/[^\d.,]/g, ''), says).toContain(
          written(value, language, { decimals: shown }),
        );
        continue;
      }
      const { dataset: id, version, field } = traceOf(partsOf(stat));
      const rows = rowsWith(await release(id, version), traceOf(other).row);
      expect(rows, says).toHaveLength(1);
      const second = Number(rows[0]?.[field]);
      const result = how === 'ratio' ? value / second : Math.abs(value - second);
      expect(decimals).toBeDefined();
      expect(text(stat), says).toContain(
        written(result, language, { decimals: decimalsIn(text(stat), language) }),
      );
    }
  });

  test.each(slugs)('%s shows each cell of its tables as the release has it', async (slug) => {
    const page = await pageOf(language, 'briefs', slug);
    const figures = all('figure', page).filter((each) => has('figure', each));
    for (const figure of figures)
      for (const table of all('table', figure)) expect(table.attribs['data-from']).toMatch(/^[\w-]+\/\d/);
    expect(await recompute(page, language)).toBeGreaterThan(20);
  });

  test.each(['charts', 'places', 'compare'])('so do the pages of %s', async (folder) => {
    let count = 0;
    for (const entry of await readdir(join(inject('published'), language, folder), { withFileTypes: true }))
      if (entry.isDirectory()) count += await recompute(await pageOf(language, folder, entry.name), language);
    if (folder === 'compare') count += await recompute(await pageOf(language, folder), language);
    expect(count).toBeGreaterThan(50);
  });

  test('pages of data show each number of the newest release, once', async () => {
    for (const id of await readdir(join(inject('published'), language, 'data'))) {
      const page = await pageOf(language, 'data', id);
      const rows = all('figure', page).find((each) => has('rows', each));
      expect(rows, id).toBeDefined();
      await recompute(page, language);
      const table = all('table', rows as Element)[0] as Element;
      const { dataset, version } = traceOf([table.attribs['data-from']]);
      expect(dataset).toBe(id);
      const { rows: published, measures } = await release(id, version);
      const numbers = published.flatMap((row) =>
        [...measures.keys()].filter((name) => typeof row[name] === 'number'),
      );
      const cells = all('td', table).filter((each) => has('number', each) && text(each) !== '–');
      expect(cells.length, id).toBe(numbers.length);
    }
  });
});

describe('npm run audit', () => {
  test.each(slugs)('lists the numbers of %s that its pages show, and none is wrong', async (slug) => {
    const { code, output } = await run('audit', slug, '--format', 'json');
    expect(code).toBe(0);
    const { numbers } = JSON.parse(output) as {
      numbers: { language: string; text: string; figure?: string; source: { from: string } }[];
    };
    for (const language of languages) {
      const own = numbers.filter((each) => each.language === language && each.source.from === 'data');
      const page = await pageOf(language, 'briefs', slug);
      const stats = all('a', page).filter((each) => has('stat', each));
      const cells = all('td', page).filter(
        (each) =>
          has('number', each) &&
          text(each) !== '–' &&
          around(each).some(({ name, attribs }) => name === 'table' && attribs['data-from']),
      );
      const shown = (inFigures: boolean) =>
        own.filter(({ figure }) => (figure !== undefined) === inFigures).map((each) => each.text);
      expect(shown(false).sort()).toEqual(stats.map(text).sort());
      expect(shown(true).sort()).toEqual(cells.map(text).sort());
    }
  });

  test('ends with 1, and says where, when a number is not in the data; helps with names', async () => {
    const folder = await copyFixture();
    const path = 'content/briefs/everything/en.mdx';
    try {
      const before = await run('audit', 'everything', '--site', folder, '--language', 'lo');
      expect(before.code).toBe(0);
      expect(before.output).toContain('50,5%');
      expect(before.output).not.toContain('(English)');
      const mistaken = await run('audit', 'evrything', '--site', folder);
      expect(mistaken.code).toBe(2);
      expect(mistaken.output).toContain('There is no brief evrything. Did you mean “everything”?');
      await edit(folder, path, (source) =>
        source.replace('place="LAO" year="2021" />', 'place="LAO" year="2031" />'),
      );
      const { code, output } = await run('audit', 'everything', '--site', folder);
      expect(code).toBe(1);
      expect(output).toContain(`${path}:9:17`);
      expect(output).toContain('has no row with place LAO, year 2031');
    } finally {
      await remove(folder);
    }
  });
});

describe.each(languages)('the PDF in %s', (language) => {
  let library: PDFiumLibrary;
  beforeAll(async () => {
    library = await PDFiumLibrary.init();
  });

  test.each(slugs)(
    'of %s has each number of its text in its sentence, and each row of its tables',
    async (slug) => {
      const bytes = await readFile(
        join(inject('published'), language, 'briefs', slug, `${slug}-${language}.pdf`),
      );
      const pdf = await library.loadDocument(bytes);
      const printed = squash([...pdf.pages()].map((page) => page.getText()).join(''));
      pdf.destroy();
      const page = await pageOf(language, 'briefs', slug);
      for (const number of await wanted(slug, language)) expect(printed).toContain(squash(number));
      for (const stat of all('a', page).filter((each) => has('stat', each))) {
        const block = around(stat).findLast(({ name }) => /^(?:p|li|td|th)$/.test(name));
        expect(block).toBeDefined();
        const sentence = sentenceAround(stat, block as Element);
        expect(printed).toContain(sentence);
      }
      for (const table of all('figure', page).filter((each) => has('data-table', each)))
        for (const row of all('tr', table)) expect(printed).toContain(squash(DomUtils.textContent(row)));
    },
  );
});

const squash = (shown: string): string => shown.normalize('NFC').replace(/[\s\u200b\u00ad]/g, '');

/** A number with the few characters before and after it in its block. */
function sentenceAround(stat: Element, block: Element): string {
  const marker = '\u{e000}';
  const clone = (node: Element): string =>
    node.children
      .map((child) =>
        child === stat
          ? `${marker}${DomUtils.textContent(child)}${marker}`
          : isElement(child)
            ? clone(child as Element)
            : DomUtils.textContent(child),
      )
      .join('');
  const [before = '', own = '', after = ''] = clone(block).split(marker);
  return squash(before).slice(-6) + squash(own) + squash(after).slice(0, 6);
}
