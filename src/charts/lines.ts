import { measureText } from '../fonts/index.ts';
import { breakable, type Language } from '../i18n/index.ts';

/** How text is set that has to fit. */
export interface Setting {
  language: Language;
  /** In CSS pixels. */
  width: number;
  size: number;
  weight?: 400 | 700;
}

/**
 * The text as lines that are no wider than the width, broken where the language
 * allows, and of much the same length, so that no single word is left over. One
 * that cannot be broken keeps its line.
 */
export function brokenInto(text: string, setting: Setting): string[] {
  const whole = fill(text, setting);
  if (whole.length < 2) return whole;
  const widest = Math.max(...whole.map((line) => measure(line, setting)));
  for (let width = widest / 2; width < widest; width += 4) {
    const lines = fill(text, { ...setting, width });
    if (lines.length <= whole.length && lines.every((line) => measure(line, setting) <= setting.width))
      return lines;
  }
  return whole;
}

/** The text as lines that are as long as they can be within the width. */
export function fill(text: string, setting: Setting): string[] {
  const lines: string[] = [];
  for (const piece of piecesOf(text, setting.language)) {
    const last = lines.length - 1;
    const joined = `${lines[last] ?? ''}${piece}`;
    if (last >= 0 && measure(joined.trimEnd(), setting) <= setting.width) lines[last] = joined;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Where a line may break: also after hyphens, “Lower-middle-income”. */
const piecesOf = (text: string, language: Language): string[] =>
  breakable(text, language).flatMap((each) => each.split(/(?<=\p{L}{2}-)(?=\p{L}{2})/u));

const measure = (text: string, { size, weight = 400 }: Setting): number =>
  measureText(text, { size, weight });
