import type { Rule } from './rule.ts';

export const placeUnknown: Rule = {
  id: 'place-unknown',
  severity: 'error',
  holds: 'Every place is a country, or is listed in `site.yaml`.',
  why: 'Names of countries in all languages come from their codes (ISO 3166-1 alpha-3, such as `LAO`), so a code that nobody knows could not be named. List regions and other groups under `places` in `site.yaml`; their names stand in the words of the data sets.',
  example: {
    file: 'content/briefs/everything/brief.yaml',
    find: 'places: [LAO, KHM]',
    put: 'places: [LAO, KAM]',
    says: '“KAM” is no country and no place of site.yaml.',
  },
};
