import type { Draft } from '../release.ts';
import type { Found } from './guess-schema.ts';
import type { FoundMap } from './read-map.ts';

/** What whoever imports a file says of where it comes from. */
export type Origin = Pick<
  Draft,
  'title' | 'description' | 'language' | 'sources' | 'licenses' | 'licenseNote' | 'notes'
>;

/** The draft that is made of what was found in a file: a table, or a map. */
export const makeDraft = (name: string, found: Found | FoundMap, origin: Origin): Draft => ({
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name,
  ...origin,
  ...('data' in found ? found : { schema: found.schema, data: [...found.rows] }),
});
