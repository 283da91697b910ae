import { accentContrast } from './accent-contrast.ts';
import { licenceChecked } from './licence-checked.ts';
import type { Rule } from './rule.ts';

/** Every rule, by its name. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [accentContrast, licenceChecked].map((rule) => [rule.id, rule]),
);
export type { Rule } from './rule.ts';
