import { handWritten, otherReleases } from '../hand-written.ts';
import { foundAt, textsOf } from '../texts.ts';
import { rounded, sameRow, statFor } from '../values.ts';
import type { Rule } from './rule.ts';

export const numberOutdated: Rule = {
  id: 'number-outdated',
  severity: 'warning',
  holds: 'No number that was written by hand is that of another release than the brief pins.',
  why: 'When a pin moves, numbers from the data move with it, and those that were typed stay behind: the text then contradicts its own charts. Write the `<Stat>`, so that this cannot happen again.',
  example: {
    file: 'data/share/1.1.0.json',
    find: '{"place": "LAO", "year": 2021, "value": 50.5}',
    put: '{"place": "LAO", "year": 2021, "value": 50.75}',
    as: 'data/share/1.0.1.json',
    also: [
      {
        file: 'content/briefs/everything/en.mdx',
        find: '- [x] done',
        put: '- In 2021 it was 50.75% there.\n- [x] done',
      },
    ],
    says: '50.75 is the value of release 1.0.1 of “share”; release 1.0.0, which the brief pins, has 50.50.',
  },
  *check(site) {
    for (const text of textsOf(site)) {
      const others = otherReleases(text.brief, site.datasets);
      for (const { piece, number, release, known } of handWritten(text, others)) {
        const pinned = text.brief.releases.get(release.dataset);
        const decimals = number.readings[0]?.split('.')[1]?.length ?? 0;
        const now = pinned && sameRow(pinned, known.row)?.[known.field];
        if (!pinned || typeof now !== 'number' || rounded(now, decimals) === rounded(known.value, decimals))
          continue;
        yield foundAt(
          text.translation,
          piece,
          `${number.text} is the value of release ${release.version} of “${release.dataset}”; release ${pinned.version}, which the brief pins, has ${rounded(now, decimals)}.`,
          `Write ${statFor(pinned, known)} instead.`,
        );
      }
    }
  },
};
