import { limits, TookTooLong, withinTime } from '../source/index.ts';

/** A pattern of the schema of a release, for a whole text. Throws where it is none. */
const regularExpression = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

/** True for what can be a pattern: short, and without the long repetitions that take much memory. */
export function isPattern(pattern: string): boolean {
  if (pattern.length > 200 || /\{\d*,?\d{3,}/.test(pattern) || pattern.split('{').length > 8) return false;
  try {
    regularExpression(pattern);
    return true;
  } catch {
    return false;
  }
}

/** The texts that do not fit a pattern; nothing where that cannot be found out in good time. */
export function unfitting(pattern: string, texts: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const expression = regularExpression(pattern);
  try {
    return withinTime(limits.pattern, () => new Set([...texts].filter((text) => !expression.test(text))));
  } catch (error) {
    if (error instanceof TookTooLong) return undefined;
    throw error;
  }
}
