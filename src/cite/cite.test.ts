import { beforeAll, expect, test } from 'vitest';
import { makeMessage } from '../i18n/index.ts';
import { projectFolder } from '../project.ts';
import { loadSite, type Site } from '../site/index.ts';
import { citationFormats, citations, headTags, jsonLd, type Work } from './index.ts';

const work: Work = {
  kind: 'brief',
  id: 'a-brief',
  language: 'en',
  title: 'Who pays <script>alert(1)</script> & "why"',
  abstract: 'One sentence.',
  authors: [
    { name: 'An Office', kind: 'organisation' },
    { name: 'A. Writer', kind: 'person', institution: 'Another Office', orcid: '0000-0002-1825-0097' },
  ],
  translator: undefined,
  publisher: { name: 'An Office', address: 'https://office.example/en/' },
  genre: 'Country comparison. Original in English',
  published: '2026-01-05',
  issued: '2026-11-24',
  modified: '2026-11-24',
  version: '2',
  digest: '0123456789ab',
  versions: undefined,
  status: 'Published',
  number: undefined,
  doi: undefined,
  isbn: undefined,
  series: undefined,
  address: 'https://office.example/en/briefs/a-brief/',
  translations: new Map([['en', 'https://office.example/en/briefs/a-brief/']]),
  translatedFrom: undefined,
  license: { name: 'CC-BY-4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
  keywords: ['Health'],
  places: ['Laos'],
  period: [2000, 2022],
  references: [],
  data: [],
  files: {
    pdf: { address: 'https://office.example/en/briefs/a-brief/a-brief-en.pdf', mediaType: 'application/pdf' },
  },
};

let site: Site;
beforeAll(async () => {
  site = (await loadSite(projectFolder)).site as Site;
});
const cited = (language: string, changed: Partial<Work> = {}) => {
  const messages = site.messages.get(language) ?? new Map();
  const message = makeMessage(language, messages, { language, messages });
  return citations({ ...work, language, title: 'Title', ...changed }, message).map(({ text }) => text);
};

test.each([
  [
    'en',
    'An Office & A. Writer. (2026). Title (Version 2 · 0123456789ab)',
    'An Office and A. Writer. 2026. Title.',
    'November 24, 2026',
  ],
  [
    'lo',
    'An Office & A. Writer. (2026). Title (ສະບັບ 2 · 0123456789ab)',
    'An Office ແລະ A. Writer. 2026. Title.',
    '24 ພະຈິກ 2026',
  ],
  [
    'km',
    'An Office & A. Writer. (2026). Title (កំណែ 2 · 0123456789ab)',
    'An Office និង A. Writer. 2026. Title.',
    '24 វិច្ឆិកា 2026',
  ],
  [
    'vi',
    'An Office & A. Writer. (2026). Title (Phiên bản 2 · 0123456789ab)',
    'An Office và A. Writer. 2026. Title.',
    '24 tháng 11, 2026',
  ],
])('is cited in %s in its words and with its dates', (language, apa, chicago, date) => {
  const [first = '', second = ''] = cited(language);
  expect(first.slice(0, apa.length)).toBe(apa);
  expect(second.slice(0, chicago.length)).toBe(chicago);
  expect(second).toContain(date);
  for (const text of [first, second]) expect(text).toContain(work.address);
});

test('names a publisher that is no author, and once one that is', () => {
  expect(cited('en')[0]?.match(/An Office/g)?.length).toBe(1);
  expect(
    cited('en', { kind: 'dataset', authors: [{ name: 'A Bureau', kind: 'organisation' }] })[0],
  ).toContain('An Office');
});

test('lets nothing of a title become markup', () => {
  const message = makeMessage('en', site.messages.get('en') ?? new Map(), {
    language: 'en',
    messages: new Map(),
  });
  for (const { html } of citations(work, message)) expect(html.match(/<(?!\/?(i|a)\b)/g)).toBeNull();
  expect(jsonLd(work, { above: [], pictures: [], accessibility: '' })).not.toContain('<');
});

test('gives reference managers each part on a line of its own, whole', () => {
  const [, ris] = citationFormats.map(({ write }) => write({ ...work, title: 'ກ'.repeat(200) }));
  expect(ris).toMatch(/^TY {2}- RPRT\n/);
  for (const line of ris?.trim().split('\n') ?? []) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-/);
  expect(ris).toContain(`\nTI  - ${'ກ'.repeat(200)}\n`);
  expect(ris).toContain('\nL1  - https://office.example/en/briefs/a-brief/a-brief-en.pdf\nER  -');
});

test('says in the head when it was first published and when this version came', () => {
  const { metas } = headTags(work, { site: 'Office', citation: 'x' });
  const content = (name: string) =>
    metas.find((meta) => (meta['name'] ?? meta['property']) === name)?.['content'];
  expect(content('article:published_time')).toBe('2026-01-05');
  expect(content('citation_publication_date')).toBe('2026/11/24');
  expect(content('DCTERMS.temporal')).toBe('2000/2022');
});
