/** What a look at one part of the machine has shown. */
export interface Finding {
  /** The part: `browser`. */
  part: string;
  /** Whether a build works with it; `doubtful` is what works and may surprise. */
  state: 'good' | 'doubtful' | 'missing';
  says: string;
  /** What to do, unless all is good. */
  remedy?: string;
}

const marks: Readonly<Record<Finding['state'], string>> = { good: 'ok', doubtful: '!', missing: 'X' };

/** The findings as a person reads them. */
export function reportFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ part }) => part.length));
  const lines = findings.flatMap(({ part, state, says, remedy }) => [
    `${marks[state].padEnd(3)}${part.padEnd(width)}  ${says}`,
    ...(remedy === undefined ? [] : [`${' '.repeat(width + 5)}${remedy}`]),
  ]);
  const missing = findings.filter(({ state }) => state === 'missing').length;
  return [
    ...lines,
    '',
    missing === 0 ? 'A build works here.' : `A build does not work here: ${missing} to mend.`,
  ].join('\n');
}
