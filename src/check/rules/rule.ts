import type { Diagnostic, Severity } from '../../diagnostics/index.ts';
import type { Site, SiteFiles } from '../../site/index.ts';

/** A rule about a site that can be read: the good state in a sentence, and what breaks it. */
export interface Rule {
  id: string;
  severity: Severity;
  holds: string;
  check(site: Site, files: SiteFiles): Iterable<Diagnostic>;
}
