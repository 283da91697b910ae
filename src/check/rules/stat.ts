import type { Rule } from './rule.ts';

export const stat: Rule = {
  id: 'stat',
  severity: 'error',
  holds: 'Every `<Stat>` finds exactly one number.',
  why: 'A number in a sentence is taken from the release that the brief quotes, and it is never guessed: where no row fits, or several do, nothing is shown. Correct the values in the tag, or add the attribute that tells the rows apart; the hint lists what there is.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Stat data="share" place="LAO" year="2021" />',
    put: '<Stat data="share" place="LAO" year="2031" />',
    says: 'Release 1.0.0 of “share” has no row with place LAO, year 2031.',
  },
};
