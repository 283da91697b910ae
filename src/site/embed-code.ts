/** In CSS pixels, on the screen of a phone: a letter, a line and its width, and what stands between the texts. */
const phone = { letter: 9.5, line: 31, width: 328, between: 140 };

/**
 * The HTML that shows a chart's page for frames in a page of others, about as
 * high as the chart needs on a phone: `pictures` are its drawings, and `texts`
 * stand around them.
 */
export function embedCode(chart: {
  address: string;
  title: string;
  texts: readonly string[];
  pictures: readonly string[];
}): string {
  const drawn = chart.pictures.map((svg) => Number(/ height="(\d+)"/.exec(svg)?.[1] ?? 0));
  const lines = [chart.title, ...chart.texts].map((text) =>
    Math.ceil((text.replace(/\p{M}/gu, '').length * phone.letter) / phone.width),
  );
  const written = lines.reduce((sum, count) => sum + count * phone.line, phone.between);
  const attributes = {
    src: chart.address,
    title: chart.title,
    width: '100%',
    height: String(Math.ceil((Math.max(...drawn) + written) / 10) * 10),
    loading: 'lazy',
    style: 'border:0',
  };
  const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${pairs.join(' ')}></iframe>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
