import type { Rule } from './rule.ts';

export const dataField: Rule = {
  id: 'data-field',
  severity: 'error',
  holds: 'Every value of a release belongs to a field of its schema.',
  why: 'The schema says what each field means, its unit and its bounds. A value outside of it has no meaning, and is mostly a name that is misspelt in one row. Correct the name, or add the field to the schema.',
  example: {
    file: 'data/share/1.1.0.json',
    as: 'data/share/1.2.0.json',
    find: '"year": 2011, "value": 46.0',
    put: '"year": 2011, "vlaue": 46.0',
    says: 'Row 2 has “vlaue”, which is no field of the schema.',
  },
};
