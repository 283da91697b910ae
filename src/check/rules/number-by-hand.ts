import { handWritten } from '../hand-written.ts';
import { foundAt, textsOf } from '../texts.ts';
import { statFor } from '../values.ts';
import type { Rule } from './rule.ts';

export const numberByHand: Rule = {
  id: 'number-by-hand',
  severity: 'warning',
  holds: 'A number that stands in the data is drawn from there, and not written by hand.',
  why: 'A `<Stat>` is checked against the release, is written as readers of each language write numbers, shows where it comes from, and moves when the release does. A number that was typed does none of this. Numbers with decimals and percentages are looked up in the releases that the brief pins, for the years that the passage names.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '- [x] done',
    put: '- In 2021 the share was 50.5% there.\n- [x] done',
    says: '50.5% is written by hand, and stands in “share”.',
  },
  *check(site) {
    for (const text of textsOf(site))
      for (const { piece, number, release, known } of handWritten(text))
        yield foundAt(
          text.translation,
          piece,
          `${number.text}${number.percent ? '%' : ''} is written by hand, and stands in “${release.dataset}”.`,
          `Write ${statFor(release, known)} instead.`,
        );
  },
};
