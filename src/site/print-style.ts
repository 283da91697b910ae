import type { Translation } from '../briefs/index.ts';
import { loadMeasurer, measureText, textFamily } from '../fonts/index.ts';
import { breakable, type Language } from '../i18n/index.ts';
import type { Locale } from './locale.ts';
import type { Settings } from './settings.ts';

/** Size of running heads and feet, in points. */
const size = 8.5;

/** Space at the sides of a page, which leaves lines of 150 mm on either paper. */
const sides: Readonly<Record<Settings['paper'], string>> = { A4: '30mm', Letter: '33mm' };

/** Half of a line, in points: the running head shares it with the name of the section. */
const headWidth = (150 / 2 / 25.4) * 72 - 2 * size;

/**
 * The style that sets a text of a brief on paper: its size, the running head
 * from the second page on, and the running foot. The boxes are those of CSS
 * Paged Media 3 (https://www.w3.org/TR/css-page-3/#margin-boxes).
 */
export async function printStyle(
  { language, matter }: Translation,
  { direction, message, words }: Locale,
  { paper }: Settings,
): Promise<string> {
  await loadMeasurer();
  const [start, end] = direction === 'ltr' ? ['left', 'right'] : ['right', 'left'];
  const head = fitted(matter.shortTitle ?? matter.title, language);
  const foot = fitted(words.publisher.name, language);
  const [page, pages] = ['\u{e000}', '\u{e001}'];
  const numbers = message('print.page', { page, pages })
    .split(/([\u{e000}\u{e001}])/u)
    .filter((part) => part !== '')
    .map((part) => (part === page ? 'counter(page)' : part === pages ? 'counter(pages)' : cssString(part)))
    .join(' ');
  const box = (content: string, more: string) =>
    `{content:${content};${more};white-space:nowrap;color:#444;font:400 ${size}pt/1.6 "${textFamily}"}`;
  return `@page{size:${paper};margin:23mm ${sides[paper]} 25mm;
@top-${start}${box(cssString(head), 'vertical-align:bottom;padding-bottom:6mm')}
@bottom-${start}${box(cssString(foot), 'vertical-align:top;padding-top:7mm')}
@bottom-${end}${box(numbers, 'vertical-align:top;padding-top:7mm')}
}
@page:first{@top-${start}{content:none}}
`;
}

/** As much of a text as fits into half of a line, cut between words. */
function fitted(text: string, language: Language): string {
  const fits = (shown: string) => measureText(shown, { size }) <= headWidth;
  if (fits(text)) return text;
  const pieces = breakable(text, language);
  const cut = () => `${pieces.join('').replace(/[\s\p{P}]+$/u, '')}…`;
  while (pieces.length > 1 && !fits(cut())) pieces.pop();
  return cut();
}

/** A text as a string of CSS, which also may stand inside of HTML. */
const cssString = (text: string): string =>
  `"${text.replace(/["\\<\p{Cc}]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
