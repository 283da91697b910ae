import type { Rule } from './rule.ts';

export const licenceChecked: Rule = {
  id: 'licence-checked',
  severity: 'warning',
  holds: 'The licence of every data set was checked with its publisher.',
  *check({ datasets }) {
    for (const { id, newest } of datasets.values()) {
      const { licenseNote } = newest.about;
      if (licenseNote === undefined) continue;
      yield {
        rule: licenceChecked.id,
        severity: licenceChecked.severity,
        file: `data/${id}/${newest.version}.json`,
        line: 1,
        column: 1,
        message: `The licence of “${id}” is still to be checked: ${licenseNote}`,
        hint: 'Ask the publisher, and publish a release that names the licence and has no licenseNote.',
      };
    }
  },
};
