import type { Brief, Translation } from '../briefs/index.ts';
import { findStat, statQuery } from '../briefs/index.ts';
import { compareReleases, type Release } from '../datasets/index.ts';
import { type Language, numbersIn } from '../i18n/index.ts';
import { makeLocale, type Site, shownStat } from '../site/index.ts';
import { translationState } from '../translations/index.ts';
import { without } from './texts.ts';

/** What a change of a site does to what readers see. */
export interface Changes {
  /** Pages that are new, gone or other, by kind and id, with the languages concerned. */
  pages: readonly PageChange[];
  /** Numbers from the data that say something else now. */
  numbers: readonly NumberChange[];
  /** Numbers written by hand that came or went. */
  typed: readonly { slug: string; language: Language; gone: readonly string[]; added: readonly string[] }[];
  /** Translations that fell behind their source, and by how many passages. */
  stale: readonly { slug: string; language: Language; passages: number }[];
  /** Releases that are new, with what they change of the one before. */
  releases: readonly { dataset: string; version: string; changed: number; added: number; gone: number }[];
}

export interface PageChange {
  kind: 'brief' | 'chart' | 'dataset';
  id: string;
  change: 'new' | 'gone' | 'changed';
  languages: readonly Language[];
}

export interface NumberChange {
  slug: string;
  /** What is asked of the data, as the author wrote it. */
  stat: string;
  /** Per language: what readers saw, and what they see now. */
  shown: readonly { language: Language; before: string; after: string }[];
}

/** Compares two states of a site. */
export function changesBetween(before: Site, after: Site): Changes {
  const briefs = pairsOf(
    new Map(before.briefs.map((brief) => [brief.slug, brief])),
    new Map(after.briefs.map((brief) => [brief.slug, brief])),
  );
  const things = [
    { kind: 'brief', pairs: briefs, inputs: briefInputs },
    { kind: 'chart', pairs: pairsOf(before.charts, after.charts), inputs: chartInputs },
    { kind: 'dataset', pairs: pairsOf(before.datasets, after.datasets), inputs: datasetInputs },
  ] as const;
  return {
    pages: things.flatMap(({ kind, pairs, inputs }) =>
      pairs.flatMap(([id, was, is]): PageChange[] => {
        const { languages } = after;
        if (!was || !is) return [{ kind, id, change: was ? 'gone' : 'new', languages }];
        const changed = languages.filter(
          (language) =>
            !before.languages.includes(language) ||
            JSON.stringify(inputs(before, language, id)) !== JSON.stringify(inputs(after, language, id)),
        );
        return changed.length > 0 ? [{ kind, id, change: 'changed', languages: changed }] : [];
      }),
    ),
    numbers: briefs.flatMap(([slug, was, is]) =>
      was && is ? numberChanges(slug, was, is, before, after) : [],
    ),
    typed: briefs.flatMap(([slug, was, is]) => (was && is ? typedChanges(slug, was, is) : [])),
    stale: after.briefs.flatMap((brief) =>
      after.languages.flatMap((language) => {
        const was = before.briefs.find(({ slug }) => slug === brief.slug);
        const behind = behindBy(brief, language);
        return behind > (was ? behindBy(was, language) : 0)
          ? { slug: brief.slug, language, passages: behind }
          : [];
      }),
    ),
    releases: [...after.datasets.values()].flatMap(({ id, releases }) => {
      const known = before.datasets.get(id)?.releases;
      const all = [...releases.values()];
      return all.flatMap((release, n) => {
        if (known?.has(release.version)) return [];
        const last = all[n - 1];
        const { changed, added, gone } = last
          ? compareReleases(last, release)
          : { changed: [], added: release.rows, gone: [] };
        return {
          dataset: id,
          version: release.version,
          changed: changed.length,
          added: added.length,
          gone: gone.length,
        };
      });
    }),
  };
}

const behindBy = (brief: Brief, language: Language): number =>
  brief.translations.has(language) ? translationState(brief, language).behind : 0;

/** The things of two states by their ids, those of the new one first. */
function pairsOf<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): [string, T | undefined, T | undefined][] {
  return [...new Set([...after.keys(), ...before.keys()])].map((id) => [id, before.get(id), after.get(id)]);
}

/** All that a page of a brief is made of, words of the interface apart. */
function briefInputs(site: Site, language: Language, slug: string): unknown {
  const brief = site.briefs.find((each) => each.slug === slug);
  if (!brief) return undefined;
  const { facts, matter, blocks } = partsOf(brief, language);
  return [
    facts,
    matter,
    blocks,
    [...brief.releases.values()].map(({ digest }) => digest),
    brief.figures.map(({ id }) => site.charts.get(id) && chartInputs(site, language, id, brief.releases)),
    behindBy(brief, language),
  ];
}

function partsOf(brief: Brief, language: Language) {
  const { matter, document } = translationFor(brief, language);
  return {
    facts: brief.facts,
    matter,
    blocks: document.blocks.map(({ source, inside }) => [source, inside]),
  };
}

const translationFor = (brief: Brief, language: Language): Translation =>
  brief.translations.get(language) ?? brief.source;

function chartInputs(
  site: Site,
  language: Language,
  id: string,
  releases?: ReadonlyMap<string, Release>,
): unknown {
  const chart = site.charts.get(id);
  return [
    chart?.source.spec,
    chart?.words.get(language) ?? chart?.words.get(site.sourceLanguage),
    chart?.source.datasets.map((each) => (releases?.get(each) ?? site.datasets.get(each)?.newest)?.digest),
  ];
}

function datasetInputs(site: Site, language: Language, id: string): unknown {
  const dataset = site.datasets.get(id);
  return [
    dataset?.facts,
    dataset?.words.get(language) ?? dataset?.words.get(site.sourceLanguage),
    [...(dataset?.releases.values() ?? [])].map(({ digest }) => digest),
  ];
}

/** The numbers that a brief asks for in both states, and that are others now. */
function numberChanges(slug: string, was: Brief, is: Brief, before: Site, after: Site): NumberChange[] {
  const asked = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, attributes } of is.source.document.uses)
    if (name === 'Stat') asked.set(statText(attributes), attributes);
  const known = new Set(
    was.source.document.uses.flatMap(({ name, attributes }) => (name === 'Stat' ? statText(attributes) : [])),
  );
  return [...asked].flatMap(([stat, attributes]): NumberChange[] => {
    if (!known.has(stat)) return [];
    const shown = [...is.translations.keys()].flatMap((language) => {
      const [a, b] = [
        numberShown(before, was, attributes, language),
        numberShown(after, is, attributes, language),
      ];
      return a === b || a === undefined || b === undefined ? [] : { language, before: a, after: b };
    });
    return shown.length > 0 ? [{ slug, stat, shown }] : [];
  });
}

const statText = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].map(([name, value]) => `${name}="${value}"`).join(' ');

function numberShown(
  site: Site,
  brief: Brief,
  attributes: ReadonlyMap<string, string>,
  language: Language,
): string | undefined {
  const query = statQuery(attributes);
  const dataset = site.datasets.get(query.dataset);
  const release = brief.releases.get(query.dataset);
  const answer = release && findStat(query, release);
  if (!dataset || !answer || 'problem' in answer || !site.languages.includes(language)) return undefined;
  const locale = makeLocale(site, language);
  return shownStat(query, answer.found, locale.dataset(dataset, release), locale).text;
}

/** Numbers that were typed into a text, and that came or went. */
function typedChanges(slug: string, was: Brief, is: Brief): Changes['typed'] {
  return [...is.translations.values()].flatMap((translation) => {
    const old = was.translations.get(translation.language);
    if (!old) return [];
    const [a, b] = [typedIn(old), typedIn(translation)];
    const [gone, added] = [without(a, b), without(b, a)];
    return gone.length + added.length > 0 ? { slug, language: translation.language, gone, added } : [];
  });
}

const typedIn = ({ document, language }: Translation): string[] =>
  document.blocks.flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      piece.kind === 'text' ? numbersIn(piece.text, language).map(({ text }) => text) : [],
    ),
  );
