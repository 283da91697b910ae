import type { Brief } from '../briefs/index.ts';
import { splitFrontMatter } from '../briefs/index.ts';
import { briefMarkdown, feedsOf, type Work } from '../cite/index.ts';
import type { Edition } from './edition.ts';
import { briefPicture } from './share-pictures.ts';

/** A file that stands beside a page. */
export interface PageFile {
  /** Its path on the site, with the base. */
  address: string;
  mediaType: string;
  make(): string | Promise<string | Uint8Array>;
}

/**
 * All files beside pages: those that works are cited by, feeds, and of each brief
 * the text as Markdown and its picture.
 */
export function pageFiles(edition: Edition): PageFile[] {
  const { site, works, addresses, locale } = edition;
  const inLanguages = (words: ReadonlyMap<string, unknown>) =>
    site.languages.filter((language) => words.has(language));
  const briefs = site.briefs.flatMap((brief) =>
    [brief, ...brief.earlier].flatMap((each) =>
      inLanguages(each.translations).flatMap((language) => {
        const work = works.brief(each, language);
        return [...citing(edition, work), ...reading(edition, each, work)];
      }),
    ),
  );
  const charts = [...site.charts.values()].flatMap((chart) =>
    inLanguages(chart.words).flatMap((language) => citing(edition, works.chart(chart, language))),
  );
  const datasets = [...site.datasets.values()].flatMap((dataset) =>
    inLanguages(dataset.words).flatMap((language) =>
      citing(edition, works.dataset(dataset, dataset.newest, language)),
    ),
  );
  const feeds = site.languages.flatMap((language) =>
    feedsOf(site, { addresses, works, locale: locale(language) }).map(
      ({ page, write }): PageFile => ({
        address: addresses.feed(language, page),
        mediaType: 'application/atom+xml',
        make: write,
      }),
    ),
  );
  return [...briefs, ...charts, ...datasets, ...feeds];
}

/** The files of a work for reference managers and for those that follow links. */
const citing = ({ citing }: Edition, work: Work): PageFile[] =>
  [...citing.files(work), citing.linkset(work)].map(({ href, mediaType, write }) => ({
    address: href,
    mediaType,
    make: () => write(work),
  }));

/** A text of a brief as Markdown, and its picture; an earlier version has neither. */
function reading(edition: Edition, brief: Brief, work: Work): PageFile[] {
  const { markdown, picture } = work.files;
  const translation = brief.translations.get(work.language) ?? brief.source;
  const fileOf = (file: { address: string; mediaType: string }, make: PageFile['make']): PageFile => ({
    address: new URL(file.address).pathname,
    mediaType: file.mediaType,
    make,
  });
  return [
    ...(markdown
      ? [
          fileOf(markdown, () =>
            briefMarkdown({
              site: edition.site,
              addresses: edition.addresses,
              brief,
              translation,
              body: splitFrontMatter(edition.text(translation.file))?.body ?? '',
              locale: edition.locale(work.language),
              work,
              citation: edition.citing.citations(work)[0]?.text ?? '',
            }),
          ),
        ]
      : []),
    ...(picture ? [fileOf(picture, () => briefPicture(edition, brief, work.language))] : []),
  ];
}
