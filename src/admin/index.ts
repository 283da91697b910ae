export { adminConfig } from './config.ts';
export { adminPolicy } from './policy.ts';
