export { expectedIdentity, identityOf, launchBrowser, NoBrowserError } from './launch.ts';
