import type { Language } from '../i18n/index.ts';
import { type Chart, chartEdition, sourceText } from '../site/index.ts';
import type { Work } from './work.ts';
import type { WorkContext } from './work-context.ts';
import { newestOf, office, unnumbered } from './work-parts.ts';

/** A chart as a work, with the releases that it shows now. */
export function chartWork(chart: Chart, asked: Language, context: WorkContext): Work {
  const { site, addresses, absolute, license, publisher, inLanguages, releasesNamed } = context;
  const locale = context.locale(asked);
  const { words, language } = locale.chartWords(chart);
  const own = context.locale(language);
  const { releases } = chartEdition(site, chart);
  const data = [...releases].flatMap(([id, release]) => {
    const dataset = site.datasets.get(id);
    return dataset ? [own.dataset(dataset, release)] : [];
  });
  const at = (each: Language) => addresses.chart(each, chart.id);
  const date = newestOf([...releases.values()].map(({ about }) => about.created));
  return {
    kind: 'chart',
    id: chart.id,
    language,
    title: words.title,
    abstract: words.description,
    ...unnumbered,
    authors: [office(publisher(own))],
    publisher: publisher(own),
    genre: `${own.message('cite.chart')}. ${sourceText(data, own)}`,
    published: date,
    issued: date,
    modified: date,
    version: undefined,
    digest: undefined,
    address: absolute(at(language)),
    translations: inLanguages(chart.words, at),
    translatedFrom: language === site.sourceLanguage ? undefined : site.sourceLanguage,
    license,
    keywords: [],
    places: [],
    period: undefined,
    references: [],
    data: releasesNamed(releases, own),
    files: {
      picture: {
        address: absolute(addresses.chartFile(chart.id, `${language}.png`)),
        mediaType: 'image/png',
      },
    },
  };
}
