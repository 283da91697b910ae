import { countryComparison } from './country-comparison.ts';
import { workshopOutcomes } from './workshop-outcomes.ts';

export { type Fact, type FactValue, placesOf, wordIdsOf } from './kind.ts';

/** Every kind of brief. */
export const kinds = [workshopOutcomes, countryComparison] as const;
