import { describe, expect, test } from 'vitest';
import {
  homeBriefs,
  loadSite,
  makeAddresses,
  makeLocale,
  relatedBriefs,
  type Site,
  trailOf,
} from './index.ts';
import { indicatorOf, valuesIn } from './indicators.ts';
import { briefLists } from './lists.ts';
import { pagesOf } from './pages.ts';
import { pairsCompared, placesBeside, placesShown } from './places.ts';
import { shownIndicator } from './shown-indicator.ts';
import { choicePanels, pairPanels, placePanels, smallCharts } from './small-charts.ts';

// The repository's own site.
const { site } = (await loadSite(`${import.meta.dirname}/../..`)) as { site: Site };
const indicator = (id: string) => {
  const found = indicatorOf(site.datasets.get(id));
  if (!found) throw new Error(`${id} is no indicator`);
  return found;
};

describe('indicators', () => {
  test('are data sets with one number for a place and a year', () => {
    expect(indicatorOf(site.datasets.get('population-by-age'))).toBeUndefined();
    expect(indicatorOf(site.datasets.get('health-insurance-coverage-reported'))).toBeUndefined();
    expect(indicator('out-of-pocket-share').places).toContain('WHO-WPR');
  });

  test('are no series where each row says by itself what it counts', () => {
    expect(indicator('out-of-pocket-share').isSeries).toBe(true);
    expect(indicator('social-protection-spending-gdp').isSeries).toBe(false);
  });

  test('show the newest number of a place in the words of a language, and keep it as published', () => {
    const lao = shownIndicator(indicator('out-of-pocket-share'), ['LAO', 'UN-SEA'], makeLocale(site, 'lo'));
    const published = valuesIn(indicator('out-of-pocket-share'), 'LAO').at(-1)?.value;
    expect(lao.values.map(({ place, value, year }) => [place, value, year])).toEqual([
      ['ສປປ ລາວ', '28,7%', '2022'],
    ]);
    expect(lao.values[0]?.exact).toBe(published);
  });

  test('tell what a number counts where that differs from row to row', () => {
    const [value] = shownIndicator(
      indicator('social-protection-spending-gdp'),
      ['KHM'],
      makeLocale(site, 'vi'),
    ).values;
    expect(value?.says[0]).toEqual({ text: 'Cambodia, planned, 2017', language: 'en' });
  });
});

describe('places', () => {
  test('have a page where an indicator has numbers of them, those of site.yaml first', () => {
    expect(placesShown(site).slice(0, 4)).toEqual(['LAO', 'KHM', 'VNM', 'WLD']);
    expect(pagesOf(site).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['places/lao/', 'places/who-wpr/', 'compare/', 'compare/lao-khm/']),
    );
  });

  test('are held against what site.yaml says, else against the places with a colour and regions', () => {
    const share = indicator('out-of-pocket-share');
    expect(placesBeside(site, share, 'LAO')).toEqual(['KHM', 'VNM', 'WHO-WPR']);
    expect(placesBeside(site, share, 'WLD')).toEqual(['LAO', 'KHM', 'VNM']);
    const places = { LAO: { colour: 1 }, KHM: {} };
    expect(placesBeside({ settings: { ...site.settings, places } }, share, 'KHM')).toEqual([
      'LAO',
      'LMC',
      'WHO-SEAR',
    ]);
  });

  test('share a chart where they are held against each other', () => {
    const [lao] = placePanels(site, 'LAO');
    const [khm] = placePanels(site, 'KHM');
    expect(lao?.chart?.id).toBe(khm?.chart?.id);
    const ids = smallCharts(site).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are compared in the pairs that briefs are about, and only where numbers may stand side by side', () => {
    expect(pairsCompared(site)).toEqual([
      ['LAO', 'KHM'],
      ['LAO', 'VNM'],
    ]);
    for (const panels of [pairPanels(site, ['LAO', 'KHM']), choicePanels(site)]) {
      const ids = panels.map(({ indicator: { dataset } }) => dataset.id);
      expect(ids).toContain('out-of-pocket-share');
      expect(ids).not.toContain('social-protection-spending-gdp');
    }
  });
});

describe('lists of briefs', () => {
  test('are made by topic, kind, year and series', () => {
    const lists = briefLists(site).map(({ by, id, briefs }) => `${by}/${id} ${briefs.length}`);
    expect(lists).toEqual(
      expect.arrayContaining([
        'topics/governance 1',
        'kinds/country-comparison 2',
        'years/2026 3',
        'series/lao-neighbours 2',
      ]),
    );
  });

  test('the home page begins with the featured briefs, each with a chart of its own', () => {
    const { featured, newest } = homeBriefs(site);
    expect(featured.map(({ brief: { slug } }) => slug)).toEqual(site.settings.featured);
    expect(new Set(featured.map(({ chart }) => chart?.id)).size).toBe(featured.length);
    expect(newest.map(({ slug }) => slug)).toEqual(['vangvieng-workshop-2025']);
  });

  test('related briefs share a series, places or data; what shares topics alone is not related', () => {
    const [one, ...others] = site.briefs;
    if (!one) throw new Error('No briefs');
    const [nearest] = relatedBriefs(site, one);
    expect(nearest?.facts.series).toBe('lao-neighbours');
    const far = { ...one, slug: 'far', releases: new Map(), facts: { ...one.facts, places: ['FRA'] } };
    const bare = { ...far, facts: { ...far.facts, series: undefined, compared: ['FRA'], regions: [] } };
    expect(relatedBriefs({ briefs: [bare as never, ...others] }, bare as never)).toEqual([]);
  });

  test('every page but the home page says where it stands', () => {
    const trail = (path: string) =>
      trailOf(site, makeAddresses('/'), makeLocale(site, 'en'), path).map(({ address }) => address);
    expect(trail('')).toEqual([]);
    expect(trail('places/lao/')).toEqual(['/en/', '/en/#places']);
    expect(trail('compare/lao-khm/')).toEqual(['/en/', '/en/compare/']);
    expect(trail('briefs/lao-cambodia-health-protection/')).toEqual([
      '/en/',
      '/en/kinds/country-comparison/',
    ]);
  });
});
