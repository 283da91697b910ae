import { expect, test } from 'vitest';
import type { Translation } from '../briefs/index.ts';
import type { Locale } from './locale.ts';
import { printStyle } from './print-style.ts';
import type { Settings } from './settings.ts';

const styleOf = (title: string, language = 'en', paper: Settings['paper'] = 'A4') =>
  printStyle(
    { language, matter: { title } } as Translation,
    {
      direction: 'ltr',
      message: (_: string, { page, pages }: { page: string; pages: string }) => `${page}/${pages}`,
      words: { publisher: { name: 'A house' } },
    } as unknown as Locale,
    { paper } as Settings,
  );
const headOf = (css: string) => /@top-left\{content:"((?:[^"\\]|\\.)*)"/.exec(css)?.[1];

test('a title that is too long for half of the line ends after a word', async () => {
  const words = 'A finding with all of its conditions and exceptions, and then some more of them';
  const head = headOf(await styleOf(words)) ?? '';
  expect(head).toMatch(/\w…$/);
  expect(words).toContain(`${head.slice(0, -1)} `);
  const lao = 'ການປະຕິຮູບປະກັນສຸຂະພາບລາວ ສາມາດຍົກສູງປະສິດທິພາບ ແຕ່ຍັງມີຊ່ອງຫວ່າງດ້ານການເງິນທີ່ຕ້ອງແກ້ໄຂ';
  expect(headOf(await styleOf(lao, 'lo'))).toMatch(/^ການປະຕິຮູບປະກັນສຸຂະພາບລາວ.*…$/);
});

test('whatever a title holds, it stays within its string, and within a style element', async () => {
  expect(headOf(await styleOf('"; } \\ </style>'))).toBe('\\22 ; } \\5c  \\3c /style>');
});

test('prints on the paper that the site names', async () => {
  expect(await styleOf('A title', 'en', 'Letter')).toContain('@page{size:Letter;margin:23mm 33mm 25mm;');
});
