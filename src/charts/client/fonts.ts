/** Stands in for the fonts room in browsers: texts are measured as the page sets them. */

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** The width of one line in CSS pixels, in the font of the page's charts. */
export function measureText(
  text: string,
  { size, weight = 400 }: { size: number; weight?: 400 | 700 },
): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d');
    if (!context) return text.length * size * 0.6;
    // At a large size, so that hinting does not round.
    const family = getComputedStyle(document.querySelector('.chart') ?? document.body).fontFamily;
    context.font = `${weight} 100px ${family}`;
    width = context.measureText(text).width / 100;
    widths.set(key, width);
  }
  return width * size;
}
