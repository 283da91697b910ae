import { type Diagnostic, hasErrors, type Reporter, reporters } from '../diagnostics/index.ts';
import { type Loaded, loadSite, makeSite, type SiteFiles } from '../site/index.ts';
import { rules } from './rules/index.ts';
import { adjust } from './silence.ts';

export interface Checked extends Loaded {
  /** An error, or in strict checks a warning. */
  failed: boolean;
  report(format: keyof typeof reporters): string;
}

/** Reads a site and holds it against every rule; `known` are its files as they were read before. */
export async function check(
  folder: string,
  { strict = false, known }: { strict?: boolean; known?: SiteFiles } = {},
): Promise<Checked> {
  const loaded = await loadSite(folder, known);
  const diagnostics = diagnosticsOf(loaded);
  const sources = (file: string) => loaded.files.texts.get(file)?.text;
  return {
    ...loaded,
    diagnostics,
    failed: hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === 'warning')),
    report: (format) => (reporters[format] as Reporter)(diagnostics, sources),
  };
}

/** Every diagnostic of files that were read, as the site's own settings want them. */
export const checkFiles = (files: SiteFiles): Diagnostic[] => diagnosticsOf({ ...makeSite(files), files });

function diagnosticsOf({ site, diagnostics, files }: Loaded): Diagnostic[] {
  if (!site) return [...diagnostics];
  const found = [...rules.values()].flatMap(({ id, severity, check }) =>
    [...(check?.(site, files) ?? [])].map((each): Diagnostic => ({ rule: id, severity, ...each })),
  );
  return adjust([...diagnostics, ...found], site.settings, files, rules);
}
