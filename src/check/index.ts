export { type Audit, auditBrief } from './audit/audit.ts';
export { describeAudit, isWrong } from './audit/describe.ts';
export { type Changes, changesBetween } from './changes.ts';
export { type Checked, check, checkFiles } from './check.ts';
export { describeChanges } from './describe-changes.ts';
export { explainRule, rulesPage } from './explain.ts';
export { type Rule, rules } from './rules/index.ts';
