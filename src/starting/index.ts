import { briefStarter } from './brief.ts';
import { chartStarter } from './chart.ts';
import { datasetStarter } from './dataset.ts';
import { languageStarter } from './language.ts';
import type { Starter } from './start.ts';
import { versionStarter } from './version.ts';

export { datasetFiles } from './dataset.ts';
export { misfits, withStart } from './misfits.ts';
export type { Answers, Around, Question, Start, Starter } from './start.ts';

/** Everything that can be started. */
export const starters: readonly Starter[] = [
  briefStarter,
  chartStarter,
  datasetStarter,
  languageStarter,
  versionStarter,
];
