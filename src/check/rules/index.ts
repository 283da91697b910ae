import { accentContrast } from './accent-contrast.ts';
import { licenceChecked } from './licence-checked.ts';
import type { Rule } from './rule.ts';

/** Every rule that needs the whole site; what files say by themselves is checked as they are read. */
export const rules: readonly Rule[] = [accentContrast, licenceChecked];
