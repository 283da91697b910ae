import type { Brief } from '../briefs/index.ts';
import type { Site } from './load.ts';
import type { Chart } from './read-charts.ts';

/** Every brief with all the versions that it had. */
export const allVersions = ({ briefs }: Pick<Site, 'briefs'>): Brief[] =>
  briefs.flatMap((brief) => [brief, ...brief.earlier]);

/** The briefs that show a chart. */
export const briefsWithChart = ({ briefs }: Pick<Site, 'briefs'>, id: string): Brief[] =>
  briefs.filter(({ figures }) => figures.some((figure) => figure.kind === 'figure' && figure.id === id));

/** The briefs that quote a data set. */
export const briefsWithData = ({ briefs }: Site, id: string): Brief[] =>
  briefs.filter(({ releases }) => releases.has(id));

/** The charts that are drawn from a data set. */
export const chartsWithData = ({ charts }: Site, id: string): Chart[] =>
  [...charts.values()].filter(({ source }) => source.datasets.includes(id));
