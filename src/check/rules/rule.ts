import type { Diagnostic, Severity } from '../../diagnostics/index.ts';
import type { Site, SiteFiles } from '../../site/index.ts';

/** What a rule finds; its name and severity are the rule's. */
export type Found = Omit<Diagnostic, 'rule' | 'severity'>;

/** A rule of a site: what must hold, why, and an example of what breaks it. */
export interface Rule {
  id: string;
  severity: Severity;
  /** The good state, in a sentence. */
  holds: string;
  /** Why it matters, and what to do: a few sentences of Markdown, for people who write no programs. */
  why: string;
  example: Example;
  /**
   * Finds what breaks the rule in a site that can be read. Rules without it
   * are held while files are read, or when the site is built.
   */
  check?(site: Site, files: SiteFiles): Iterable<Found>;
}

/** A change of the example site (test/fixtures/site) that breaks a rule, and the message that it gets. */
export interface Example {
  file: string;
  /** The text that is taken out; without it, `put` is the whole file, or is added at the end of one that is there. */
  find?: string;
  /** For a new release made of an old one: its file. Its version is that of the name. */
  as?: string;
  /** The text that comes in its place; without it, the file is gone. */
  put?: string;
  /** What must be changed besides. */
  also?: readonly { file: string; find: string; put: string }[];
  says: string;
}
