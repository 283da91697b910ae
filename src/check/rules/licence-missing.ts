import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const licenceMissing: Rule = {
  id: 'licence-missing',
  severity: 'error',
  holds: 'Every release says under which licence its data are, or what is known of it.',
  why: 'Readers and other offices must know what they may do with the data, and so must you: not all of what stands on a website may be published again. Name the licence under `licenses`, or write in `licenseNote` what is known until somebody has asked.',
  example: {
    file: 'data/people/1.0.0.json',
    find: `  "licenses": [
    {
      "name": "CC-BY-4.0",
      "title": "Creative Commons Attribution 4.0 International",
      "path": "https://creativecommons.org/licenses/by/4.0/"
    }
  ],
`,
    put: '',
    as: 'data/people/1.0.1.json',
    says: 'Release 1.0.1 of “people” names no licence.',
  },
  *check({ datasets }, { texts }) {
    for (const { id, releases } of datasets.values())
      for (const { version, about } of releases.values()) {
        if (about.licenses !== undefined || about.licenseNote !== undefined) continue;
        const file = `data/${id}/${version}.json`;
        yield {
          file,
          ...placeOfText(texts.get(file), '"name"'),
          message: `Release ${version} of “${id}” names no licence.`,
          hint: 'Add "licenses": [{ "name": "CC-BY-4.0" }] with its SPDX identifier, or a "licenseNote" that says what is known.',
        };
      }
  },
};
