import { quote } from '../diagnostics/index.ts';
import type { PropertyPath } from './values.ts';

/**
 * Characters that no text of a page, a feed or a PDF can hold: controls other
 * than tab and line ends, halves of a surrogate pair, and what Unicode says is
 * no character (https://www.w3.org/TR/xml/#charsets).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
export const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;

/** `U+0007` for a character. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first text or key of a value that cannot stand anywhere, though it was written with escapes; the value is not deep. */
export function oddText(
  value: unknown,
  path: PropertyPath = [],
): { path: PropertyPath; message: string; hint: string } | undefined {
  if (typeof value === 'string') {
    const [character] = noText.exec(value) ?? [];
    if (character === undefined) return undefined;
    return {
      path,
      message: `This text holds ${codeOf(character)}, which is no character that can be shown.`,
      hint: 'Take it out.',
    };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    // Programs take this name for something else than a key.
    if (key === '__proto__' || noText.test(key))
      return {
        path,
        message: `${quote(key.replace(noText, '�'))} cannot be a key.`,
        hint: 'Give it another name.',
      };
    const odd = oddText(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (odd) return odd;
  }
  return undefined;
}
