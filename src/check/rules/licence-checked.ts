import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const licenceChecked: Rule = {
  id: 'licence-checked',
  severity: 'warning',
  holds: 'The licence of every data set was checked with its publisher.',
  *check({ datasets }, { texts }) {
    for (const { id, newest } of datasets.values()) {
      if (newest.about.licenseNote === undefined) continue;
      const file = `data/${id}/${newest.version}.json`;
      yield {
        rule: licenceChecked.id,
        severity: licenceChecked.severity,
        file,
        ...placeOfText(texts.get(file), '"licenseNote"'),
        message: `The licence of “${id}” is still to be checked.`,
        hint: 'Ask the publisher, and publish a release that names the licence and has no licenseNote.',
      };
    }
  },
};
