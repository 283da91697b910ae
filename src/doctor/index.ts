import type { Finding } from './finding.ts';
import { lookAtClock, lookAtDisk, lookAtFolders, lookAtMemory, lookAtNames } from './machine.ts';
import { lookAtBrowser, lookAtFonts, lookAtGit, lookAtNode, lookAtNpm, lookAtPackages } from './software.ts';

export { type Audit, readAudit } from './advisories.ts';
export { type Finding, reportFindings } from './finding.ts';
export { lookAtClock } from './machine.ts';
export { lookAtNode, lookAtPackages, oldestNode } from './software.ts';

/** Looks at all that a build of a site needs of its machine. */
export async function examine(site: string): Promise<Finding[]> {
  const looks = [
    () => lookAtNode(),
    lookAtNpm,
    () => lookAtPackages(),
    lookAtFonts,
    lookAtBrowser,
    () => lookAtDisk(site),
    lookAtMemory,
    () => lookAtFolders(site),
    lookAtNames,
    () => lookAtClock(),
    lookAtGit,
  ];
  return Promise.all(looks.map((look) => look()));
}
