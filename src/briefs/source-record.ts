import { z } from 'zod';
import { day } from './fields.ts';

const digest = z
  .string()
  .regex(
    /^[0-9a-f]{8}$/,
    'Eight digits or letters from a to f, as “npm run translations -- accept” writes them.',
  );

/** Which state of the source a translation was made from: `lo.source.yaml` beside `lo.mdx`. Written by a command. */
export const sourceRecordSchema = z.strictObject({
  date: day.describe('The day on which all of the translation was last up to date.'),
  matter: z
    .record(z.string(), digest)
    .describe('Digests of the texts in the front matter of the source, by their ids.'),
  text: z.array(digest).describe('Digests of the passages of the source, in order.'),
});

export type SourceRecord = z.infer<typeof sourceRecordSchema>;
