import type { Brief } from '../briefs/index.ts';
import { chartRows } from '../charts/index.ts';
import { toCsv } from '../datasets/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Attachment, DocumentRecord } from '../print/index.ts';
import { figureAnchor } from '../site/index.ts';
import { specFile } from './chart-downloads.ts';
import type { Edition } from './edition.ts';

/** The files that go with each chart of a brief, by the anchor of its figure: its rows as CSV, and its spec. */
export async function chartFiles(
  edition: Edition,
  { facts, figures, releases }: Brief,
  language: Language,
): Promise<Map<string, Attachment[]>> {
  const { site } = edition;
  const { message } = edition.locale(language);
  const files = new Map<string, Attachment[]>();
  for (const { id, number } of figures) {
    const chart = site.charts.get(id);
    if (!chart) continue;
    const drawn = await edition.chart(chart, language, releases);
    const { data } = drawn;
    const figure = message('brief.figure', { number });
    const rows = await chartRows({ chart: chart.source, data });
    const tables = [...rows].flatMap(([dataset, shown]): Attachment[] => {
      const release = releases.get(dataset) ?? site.datasets.get(dataset)?.newest;
      if (!release || shown.length === 0) return [];
      return [
        {
          name: rows.size === 1 ? `${id}.csv` : `${id}.${dataset}.csv`,
          mediaType: 'text/csv',
          bytes: Buffer.from(toCsv({ fields: release.fields, rows: shown })),
          description: message('chart.rowsFile', {
            figure,
            dataset: data.get(dataset)?.title ?? dataset,
            version: release.version,
          }),
          relationship: 'Data',
          date: facts.date,
        },
      ];
    });
    const source: Attachment = {
      name: `${id}.vl.json`,
      mediaType: 'application/json',
      bytes: await specFile(edition, chart, language, drawn, releases),
      description: message('chart.specFile', { figure }),
      relationship: 'Source',
      date: facts.date,
    };
    files.set(figureAnchor(id), [...tables, source]);
  }
  return files;
}

/** What the document of a brief says of itself. */
export function recordOf({ works, locale }: Edition, brief: Brief, language: Language): DocumentRecord {
  const work = works.brief(brief, language);
  const { name, address } = work.license ?? { name: '', address: '' };
  return {
    title: work.title,
    authors: work.authors.map(({ name }) => name),
    publisher: work.publisher.name,
    language: work.language,
    date: work.issued,
    description: work.abstract,
    keywords: [...work.keywords],
    rights: locale(work.language).message('site.license', { license: name }),
    licence: address,
    identifier: work.address,
  };
}
