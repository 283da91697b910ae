/** What a frame shows besides the picture: title, subtitle, source and notes, in CSS pixels. */
const words = 340;

/**
 * The HTML that shows a chart's page for frames in a page of others, as high as
 * the chart needs on a phone; `pictures` are its drawings.
 */
export function embedCode(chart: { address: string; title: string; pictures: readonly string[] }): string {
  const heights = chart.pictures.map((svg) => Number(/ height="(\d+)"/.exec(svg)?.[1] ?? 0));
  const height = Math.ceil((Math.max(...heights) + words) / 10) * 10;
  const attributes = {
    src: chart.address,
    title: chart.title,
    width: '100%',
    height: String(height),
    loading: 'lazy',
    style: 'border:0',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
