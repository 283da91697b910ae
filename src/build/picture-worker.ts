import {
  drawPng,
  type SharedBrief,
  type StandaloneFrame,
  sharePicture,
  standaloneChart,
} from '../charts/index.ts';

/** A picture to draw: a chart that stands by itself, or what stands for a brief where it is shared. */
export type PictureOrder =
  | { drawing: string; frame: StandaloneFrame }
  | { shared: SharedBrief; size: { width: number; height: number } };

/** Draws a picture as SVG and as PNG. A thread of `drawPicture`. */
export default async function draw(order: PictureOrder): Promise<{ svg: string; png: Uint8Array }> {
  const svg = await ('frame' in order
    ? standaloneChart(order.drawing, order.frame)
    : sharePicture(order.shared, order.size));
  return { svg, png: await drawPng(svg) };
}
