import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const chartDescription: Rule = {
  id: 'chart-description',
  severity: 'warning',
  holds: 'The description of a chart says what the chart shows, and is not its title again.',
  why: 'Readers who cannot see a chart have its title, its description and its table. Say in the description what kind of chart it is, what is compared, and the main values or the course, in two or three sentences.',
  example: {
    file: 'content/charts/bars/en.yaml',
    find: 'description: A chart made for tests, which shows the bars of a small data set.',
    put: 'description: Old people are many.',
    says: 'The description of the chart is its title again.',
  },
  *check({ charts }, { texts }) {
    const bare = (text: string) =>
      text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\s.。]+/g, '');
    for (const { id, words } of charts.values())
      for (const [language, { title, subtitle, description }] of words) {
        const own = bare(description);
        const same = [title, subtitle, `${title}${subtitle}`].some((each) => bare(each) === own);
        if (!same && own.length >= shortest) continue;
        const file = `content/charts/${id}/${language}.yaml`;
        yield {
          file,
          ...placeOfText(texts.get(file), 'description:'),
          message: same
            ? 'The description of the chart is its title again.'
            : 'The description of the chart is too short to say what it shows.',
          hint: 'Say what kind of chart it is, what is compared, and the main values.',
        };
      }
  },
};

/** In characters; no chart can be told in less. */
const shortest = 20;
