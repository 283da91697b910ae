import { diff } from 'semver';
import { compareReleases, nextVersion, stepOf } from '../../datasets/index.ts';
import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

const steps = ['patch', 'minor', 'major'] as const;

export const releaseStep: Rule = {
  id: 'release-step',
  severity: 'warning',
  holds: 'The number of a release says how much it changes.',
  why: 'Whoever reads `1.0.1` expects corrected values and nothing else; new rows make `1.1.0`; other columns, another key or definition, or rows that are gone make `2.0.0`, since what was drawn from the old release may not hold for it (semver.org). `npm run data -- release` finds the number by itself.',
  example: {
    file: 'data/people/1.0.0.json',
    find: '{"place": "LAO", "group": "old", "year": 2020, "value": 30680},',
    put: '{"place": "LAO", "group": "old", "year": 2020, "value": 30680},\n    {"place": "LAO", "group": "old", "year": 2021, "value": 30700},',
    as: 'data/people/1.0.1.json',
    says: 'Release 1.0.1 of “people” changes more than its number says: it has new rows.',
  },
  *check({ datasets }, { texts }) {
    for (const { id, releases } of datasets.values()) {
      const all = [...releases.values()];
      for (const [n, release] of all.entries()) {
        const before = all[n - 1];
        if (!before) continue;
        const difference = compareReleases(before, release);
        const needed = stepOf(difference);
        const taken = steps.indexOf(diff(before.version, release.version) as (typeof steps)[number]);
        if (needed === undefined || taken < 0 || taken >= steps.indexOf(needed)) continue;
        const file = `data/${id}/${release.version}.json`;
        yield {
          file,
          ...placeOfText(texts.get(file), '"version"'),
          message: `Release ${release.version} of “${id}” changes more than its number says: ${needed === 'minor' ? 'it has new rows' : 'its columns, its definition or its rows are others'}.`,
          hint: `It should be ${nextVersion(before.version, needed)}. If it is published already, let it pass in site.yaml (check: ignore:) and say why.`,
        };
      }
    }
  },
};
