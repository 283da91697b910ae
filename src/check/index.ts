export { type Checked, check, checkFiles } from './check.ts';
export { explainRule, rulesPage } from './explain.ts';
export { type Rule, rules } from './rules/index.ts';
