import { inkHeight, measureText, type Outliner } from '../fonts/index.ts';
import type { Direction, Language } from '../i18n/index.ts';
import { brokenInto, fill } from './lines.ts';
import { drawn } from './palette.ts';

/** How a text is set. */
export interface Style {
  size: number;
  weight?: 400 | 700;
  colour: string;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Where a column stands, in CSS pixels, and what is written in it. */
export interface ColumnSetting {
  left: number;
  top: number;
  width: number;
  language: Language;
  direction: Direction;
}

/** A column that is filled from above, of texts that are drawn as outlines. */
export function startColumn({ left, top, width, language, direction }: ColumnSetting, outliner: Outliner) {
  let y = top;
  const content: string[] = [];
  const put = (text: string, style: Style, side: 'start' | 'end', own: Direction): number => {
    const atLeft = (side === 'start') === (direction === 'ltr');
    const length = measureText(text, style);
    const x = atLeft ? left : left + width - length;
    content.push(`<g fill="${style.colour}">${outliner.line(text, style, { x, y, direction: own })}</g>`);
    return length;
  };
  const lines = (text: string, style: Style) => fill(text, { language, width, ...style });
  /** Goes to the next baseline, and gives how far below it the ink reaches. */
  const down = (texts: readonly string[], style: Style): { below: number; step: number } => {
    const heights = texts.map((text) => inkHeight(text, style));
    const above = Math.max(style.size * 0.75, ...heights.map((height) => height.above));
    const below = Math.max(style.size * 0.25, ...heights.map((height) => height.below));
    y += above;
    return { below, step: Math.max(style.size * 1.35, above + below + style.size * 0.15) };
  };
  const write = (broken: readonly string[], style: Style): void => {
    const { below, step } = down(broken, style);
    // What is not translated keeps its own direction.
    const own = rightToLeft.test(broken.join()) ? direction : 'ltr';
    broken.forEach((line, index) => {
      if (index > 0) y += step;
      put(line, style, 'start', own);
    });
    y += below + style.size * 0.3;
  };
  return {
    lines,
    space: (pixels: number) => {
      y += pixels;
    },
    /** Titles have lines of much the same length. */
    title: (text: string, style: Style) => write(brokenInto(text, { language, width, ...style }), style),
    paragraph: (text: string, style: Style) => write(lines(text, style), style),
    /** Two texts in one line, one at each end; in two where they do not fit. */
    ends: (first: Style & { text: string }, last: Style & { text: string }) => {
      const { below, step } = down([first.text, last.text], first);
      const length = put(first.text, fitting(first, width), 'start', 'ltr');
      if (length + 16 + measureText(last.text, last) > width) y += step;
      put(last.text, last, 'end', direction);
      y += below;
    },
    rule: () => content.push(`<path d="M${left} ${y}h${width}" stroke="${drawn.grid}"/>`),
    insert: (svg: string, height: number) => {
      content.push(`<g transform="translate(${left} ${y})">${svg}</g>`);
      y += height;
    },
    height: () => y,
    content: () => content.join(''),
  };
}

/** A style so small that a text that cannot be broken fits. */
const fitting = (text: Style & { text: string }, width: number): Style => ({
  ...text,
  size: text.size * Math.min(1, width / measureText(text.text, text)),
});
