/**
 * Vega takes a picture to be as wide on the screen as it was drawn; pages make
 * it fit. Events reach Vega as if it were so.
 */
export function unscaled(svg: SVGSVGElement, scaleOf: () => number): void {
  const events = [
    'pointerdown',
    'pointermove',
    'pointerup',
    'pointerover',
    'pointerout',
    'click',
    'dblclick',
    'wheel',
  ];
  for (const type of events) {
    svg.addEventListener(
      type,
      (event) => {
        const scale = scaleOf();
        if (Math.abs(scale - 1) < 0.001) return;
        const { left, top } = svg.getBoundingClientRect();
        const { clientX, clientY } = event as MouseEvent;
        Object.defineProperties(event, {
          clientX: { value: left + (clientX - left) / scale },
          clientY: { value: top + (clientY - top) / scale },
        });
      },
      { capture: true },
    );
  }
}
