import { z } from 'zod';
import { briefFactsSchema, frontMatterSchema, sourceRecordSchema } from '../briefs/index.ts';
import { chartWordsSchema } from '../charts/index.ts';
import { datasetFactsSchema, datasetWordsSchema, releaseSchema } from '../datasets/index.ts';
import { neededMessages } from './needed-messages.ts';
import { versionDigestsSchema } from './read-versions.ts';
import {
  digestsSchema,
  glossarySchema,
  glossaryWordsSchema,
  settingsSchema,
  siteWordsSchema,
} from './settings.ts';

/** The messages as groups, so that an editor knows which there are. */
function messageTree(keys: Iterable<string>): z.ZodType {
  const groups = Map.groupBy(keys, (key) => key.split('.')[0] ?? '');
  const shape = [...groups].map(([name, own]) => {
    const inner = own.map((key) => key.slice(name.length + 1));
    return [name, inner[0] === '' ? z.string() : messageTree(inner)] as const;
  });
  return z.strictObject(Object.fromEntries(shape)).partial();
}

const schemas: Record<string, z.ZodType> = {
  site: settingsSchema,
  'site-words': siteWordsSchema,
  brief: briefFactsSchema,
  'brief-words': frontMatterSchema,
  'brief-source': sourceRecordSchema,
  'brief-versions': versionDigestsSchema,
  'chart-words': chartWordsSchema,
  dataset: datasetFactsSchema,
  'dataset-words': datasetWordsSchema,
  release: releaseSchema,
  releases: digestsSchema,
  glossary: glossarySchema,
  'glossary-words': glossaryWordsSchema,
  messages: messageTree(neededMessages().keys()),
};

/** The JSON Schema of each kind of file, as text by file name, from the definitions that read them. */
export const schemaFiles = (): Map<string, string> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-07', unrepresentable: 'any' }), null, 2)}\n`,
    ]),
  );
