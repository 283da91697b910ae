import type { LiveFile } from './live-file.ts';

/** By how much one press of a key zooms, as a turn of the wheel in CSS pixels. */
const turn = 120;

/** Zooms around the middle of the plot with the keys + and −, where the spec lets readers zoom. Gives whether it did. */
export function zoomed(svg: SVGSVGElement, { spec }: LiveFile, key: string): boolean {
  const nearer = key === '+' || key === '=';
  if (!nearer && key !== '-') return false;
  const zooms =
    JSON.stringify(spec.signals ?? []).includes('_zoom_delta') ||
    JSON.stringify(spec.marks ?? []).includes('_zoom_delta');
  const plot =
    svg.querySelector('.role-frame .background, .role-scope .background') ?? svg.querySelector('.background');
  if (!zooms || !plot) return false;
  const { left, top, width, height } = plot.getBoundingClientRect();
  plot.dispatchEvent(
    new WheelEvent('wheel', {
      bubbles: true,
      cancelable: true,
      clientX: left + width / 2,
      clientY: top + height / 2,
      deltaY: nearer ? -turn : turn,
    }),
  );
  return true;
}
