import type { Rule } from './rule.ts';

export const dataValue: Rule = {
  id: 'data-value',
  severity: 'error',
  holds: 'Every value of a release is of the type and within the bounds that its schema gives.',
  why: 'A share of 460 per cent, or a number that is written as text, is a slip of copying that would be drawn and printed as it is. Compare the value with its source. If it is right, the schema is wrong: correct `constraints`, `categories` or `type` there.',
  example: {
    file: 'data/share/1.1.0.json',
    as: 'data/share/1.2.0.json',
    find: '"year": 2011, "value": 46.0',
    put: '"year": 2011, "value": 460',
    says: 'Row 2: “value” is 460, above the maximum of 100.',
  },
};
