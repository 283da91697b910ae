export { type Checked, check } from './check.ts';
