import { measureText, type Outliner } from '../fonts/index.ts';

/** What a text inherits where it says nothing itself, as charts are drawn. */
const inheritedSize = 12;

/**
 * A drawn chart with the outlines of its glyphs in the place of its texts, so
 * that it looks the same where its fonts are not at hand.
 */
export const outlined = (svg: string, outliner: Outliner): string =>
  // Labels that an axis leaves out are empty elements.
  svg.replace(/<text\b([^>]*?)(?:\/>|>(.*?)<\/text>)/gs, (_, written: string, inner = '') => {
    if (inner === '') return '';
    const {
      x = '0',
      y = '0',
      'text-anchor': anchor,
      'font-size': fontSize,
      'font-weight': fontWeight,
      'font-style': __,
      ...kept
    } = attributesOf(written);
    const size = Number.parseFloat(fontSize ?? `${inheritedSize}`);
    const weight = fontWeight === 'bold' || Number(fontWeight) >= 600 ? 700 : 400;
    let [left, baseline] = [Number(x), Number(y)];
    const lines = linesOf(inner).map(({ text, at }) => {
      left = Number(at['x'] ?? left);
      baseline += Number(at['dy'] ?? 0);
      const width = measureText(text, { size, weight });
      const start = anchor === 'middle' ? left - width / 2 : anchor === 'end' ? left - width : left;
      return outliner.line(text, { size, weight }, { x: start, y: baseline });
    });
    // A line around letters is as wide as it was, though letters are now drawn large and made small.
    if (kept['stroke']) kept['vector-effect'] = 'non-scaling-stroke';
    const attributes = Object.entries(kept).map(([name, value]) => ` ${name}="${value}"`);
    return `<g${attributes.join('')}>${lines.join('')}</g>`;
  });

/** The lines of a text element: itself, or its tspans. */
function linesOf(inner: string): { text: string; at: Record<string, string> }[] {
  const spans = [...inner.matchAll(/<tspan\b([^>]*)>(.*?)<\/tspan>/gs)];
  if (spans.length === 0) return [{ text: unescaped(inner), at: {} }];
  return spans.map(([, written = '', text = '']) => ({ text: unescaped(text), at: attributesOf(written) }));
}

const attributesOf = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
