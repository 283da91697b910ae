export { expectedIdentity, identityOf, launchBrowser } from './launch.ts';
