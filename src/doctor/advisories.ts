/** What the registry said of the packages that are installed, or why it said nothing. */
export type Audit = { checked: true; grave: readonly string[] } | { checked: false; why: string };

interface Report {
  vulnerabilities?: Record<string, { severity: string; via: ({ title?: string; url?: string } | string)[] }>;
  message?: string;
  error?: { summary?: string; code?: string };
}

/** Reads what `npm audit --json` printed. A registry that did not answer has found nothing, and that is not “none”. */
export function readAudit(output: string): Audit {
  let report: Report;
  try {
    report = JSON.parse(output) as Report;
  } catch {
    return { checked: false, why: 'npm gave no answer that can be read.' };
  }
  const { vulnerabilities, message, error } = report;
  if (!vulnerabilities)
    return {
      checked: false,
      why: error?.summary || message || error?.code || 'The registry did not answer.',
    };
  const grave = Object.entries(vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity, via }]) => {
      const titles = via.map((each) =>
        typeof each === 'string' ? `by ${each}` : `${each.title} ${each.url}`,
      );
      return `${name} (${severity}): ${titles.join('; ')}`;
    });
  return { checked: true, grave };
}
