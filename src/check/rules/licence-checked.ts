import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const licenceChecked: Rule = {
  id: 'licence-checked',
  severity: 'warning',
  holds: 'The licence of every data set was checked with its publisher.',
  why: 'Data may be published again only as its licence allows. A `licenseNote` says that nobody has asked yet. It cannot be taken out of a release, since a release never changes: publish a new one that names the licence.',
  example: {
    file: 'data/share/1.1.0.json',
    find: '"licenses": [',
    put: '"licenseNote": "Not yet asked.",\n  "licenses": [',
    says: 'The licence of “share” is still to be checked.',
  },
  *check({ datasets }, { texts }) {
    for (const { id, newest } of datasets.values()) {
      if (newest.about.licenseNote === undefined) continue;
      const file = `data/${id}/${newest.version}.json`;
      yield {
        file,
        ...placeOfText(texts.get(file), '"licenseNote"'),
        message: `The licence of “${id}” is still to be checked.`,
        hint: 'Ask the publisher, and publish a release that names the licence and has no licenseNote.',
      };
    }
  },
};
