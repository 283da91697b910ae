import { type Diagnostic, hasErrors, type Reporter, reporters } from '../diagnostics/index.ts';
import { type Loaded, loadSite } from '../site/index.ts';
import { rules } from './rules/index.ts';

export interface Checked extends Loaded {
  /** An error, or in strict checks a warning. */
  failed: boolean;
  report(format: keyof typeof reporters): string;
}

/** Reads a site and holds it against every rule. */
export async function check(folder: string, { strict = false } = {}): Promise<Checked> {
  const loaded = await loadSite(folder);
  const diagnostics: Diagnostic[] = [...loaded.diagnostics];
  if (loaded.site) for (const rule of rules) diagnostics.push(...rule.check(loaded.site, loaded.files));
  const sources = (file: string) => loaded.files.texts.get(file)?.text;
  return {
    ...loaded,
    diagnostics,
    failed: hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === 'warning')),
    report: (format) => (reporters[format] as Reporter)(diagnostics, sources),
  };
}
