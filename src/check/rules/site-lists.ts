import { didYouMean, quote } from '../../diagnostics/index.ts';
import { isCountry } from '../../i18n/index.ts';
import { indicatorOf } from '../../site/index.ts';
import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const siteLists: Rule = {
  id: 'site-lists',
  severity: 'error',
  holds: 'The briefs, the data sets and the places that `site.yaml` lists are there, and can be shown.',
  why: 'The home page begins with the briefs under `featured`, and the pages of places show the data sets under `indicators`, each beside the places under `beside`. A data set can be an indicator when its rows are told apart by a place and a year, and it has one number for them.',
  example: {
    file: 'content/site/site.yaml',
    find: 'topics: [money]',
    put: 'topics: [money]\nindicators: [people]',
    says: 'The data set “people” is no indicator: its rows are told apart by more than a place and a year, or it has several numbers.',
  },
  *check({ settings, briefs, datasets }, { texts }) {
    const file = 'content/site/site.yaml';
    const found = (name: string, message: string, hint: string) => ({
      file,
      ...placeOfText(texts.get(file), name),
      message,
      hint,
    });
    const slugs = briefs.map(({ slug }) => slug);
    for (const slug of settings.featured)
      if (!slugs.includes(slug))
        yield found(slug, `There is no brief ${quote(slug)}.`, didYouMean(slug, slugs, 'briefs'));
    for (const id of settings.indicators ?? []) {
      const dataset = datasets.get(id);
      if (!dataset)
        yield found(id, `There is no data set ${quote(id)}.`, didYouMean(id, datasets.keys(), 'data sets'));
      else if (!indicatorOf(dataset))
        yield found(
          id,
          `The data set ${quote(id)} is no indicator: its rows are told apart by more than a place and a year, or it has several numbers.`,
          'Take it off the list. Its own page and the charts of briefs show it.',
        );
    }
    const places = Object.keys(settings.places);
    for (const code of Object.values(settings.places).flatMap(({ beside = [] }) => beside))
      if (!isCountry(code) && !places.includes(code))
        yield found(
          code,
          `${quote(code)} is no country and no place of site.yaml.`,
          didYouMean(code, places, 'places of site.yaml'),
        );
  },
};
