import { datasetFactsSchema, datasetWordsSchema, listed } from '../datasets/index.ts';
import { didYouMean, quote } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import type { SiteFiles } from '../site/index.ts';
import { commentedYaml, schemaComment } from './commented.ts';
import { folderNameProblem } from './folder-name.ts';
import type { Question, Starter } from './start.ts';

const rhythms = datasetFactsSchema.shape.update.options;

const questions: readonly Question[] = [
  { flag: 'title', value: 'TEXT', asks: 'its title: what is measured' },
  { flag: 'description', value: 'TEXT', asks: 'its definition, in one or two sentences' },
  { flag: 'publisher', value: 'NAME', asks: 'who publishes the numbers' },
  {
    flag: 'address',
    value: 'URL',
    asks: "the publisher's page about them",
    proposes: () => '',
    problem: (answer) =>
      answer === '' || URL.canParse(answer)
        ? undefined
        : `${quote(answer)} is no address. Write it with https:// at its beginning.`,
  },
  {
    flag: 'update',
    value: 'HOW-OFTEN',
    asks: `how often new values come out: ${rhythms.join(', ')}`,
    proposes: () => 'yearly',
    problem: (answer) =>
      rhythms.some((each) => each === answer)
        ? undefined
        : `${quote(answer)} is none of them. ${didYouMean(answer, rhythms, 'choices')}`,
  },
  {
    flag: 'fields',
    value: 'NAMES',
    asks: 'the columns of its table',
    proposes: () => 'place, year, value',
    problem(answer) {
      const wrong = listed(answer).find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
      if (wrong !== undefined)
        return `${quote(wrong)} cannot be the name of a column: lower-case letters, digits and underscores only.`;
      return listed(answer).length > 0 ? undefined : 'A table has columns. Name them, with commas between.';
    },
  },
];

/** A data set that has no release yet: its facts and its words. Its numbers come by `npm run data`, since a release never changes. */
export const datasetStarter: Starter = {
  id: 'dataset',
  does: 'Starts a data set: its facts, and its words in the source language. Its numbers come by npm run data.',
  name: { name: 'ID', does: 'its name, such as out-of-pocket-share' },
  questions,
  problem: (name, around) => folderNameProblem(name, 'content/datasets', around),
  start(id, { title, description, publisher, address, update, fields = '' }, { site, files }) {
    const named = listed(fields).map((name) => [name, { title: capital(name.replaceAll('_', ' ')) }]);
    const language = site.sourceLanguage;
    const facts = { update, ...(address ? { address } : {}) };
    const words = { title, description, publisher, fields: Object.fromEntries(named) };
    return {
      added: datasetFiles(id, { facts, words, language }, files),
      changed: new Map(),
      next: [
        `Bring in its numbers: npm run data -- import FILE --dataset ${id}. Until then check warns, and readers do not see it.`,
        `Write the titles of its columns, and the unit of its numbers, in content/datasets/${id}/${language}.yaml.`,
        'Draw it: npm run new -- chart NAME',
      ],
    };
  },
};

/** The files of a data set: its facts, and its words in one language. */
export function datasetFiles(
  id: string,
  { facts, words, language }: { facts: object; words: object; language: Language },
  files: SiteFiles,
): Map<string, string> {
  const factsPath = `content/datasets/${id}/dataset.yaml`;
  const wordsPath = `content/datasets/${id}/${language}.yaml`;
  return new Map([
    [factsPath, schemaComment(files, factsPath, 'dataset') + commentedYaml(datasetFactsSchema, { ...facts })],
    [
      wordsPath,
      schemaComment(files, wordsPath, 'dataset-words') + commentedYaml(datasetWordsSchema, { ...words }),
    ],
  ]);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
