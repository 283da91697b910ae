import type { Inline } from '../briefs/index.ts';

/** Words as Markdown in one paragraph; signs of plain text that would be read as marks are escaped. */
export function markdownOf(inlines: readonly Inline[], { cell = false } = {}): string {
  const inner = (parts: readonly Inline[]): string =>
    parts
      .map((part) =>
        part.kind === 'text' ? escaped(part.text) : part.open + inner(part.inside ?? []) + part.close,
      )
      .join('');
  const escaped = (text: string) => {
    const own = text
      .replace(/[\\`*[\]<{}~]/g, '\\$&')
      // Between letters an underscore is no mark.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&');
    return cell ? own.replace(/\|/g, '\\|') : own;
  };
  // What would begin a heading, a list or a quotation.
  return inner(inlines).replace(/^(\d+(?=[.)]\s)|(?=#{1,6}\s|[-+]\s|>|=+$))/, '$1\\');
}

/** Words as they stand between the quotation marks of an attribute. */
export const attributeOf = (text: string): string =>
  text.replace(/&(?=#?\w+;)/g, '&amp;').replace(/"/g, '&quot;');
