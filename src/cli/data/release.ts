import { draftName, draftSchema } from '../../datasets/index.ts';
import { type Diagnostic, Failure, reportText } from '../../diagnostics/index.ts';
import { readDataFolder, readSiteFiles } from '../../site/index.ts';
import { parseJson } from '../../source/index.ts';
import type { Command } from '../arguments.ts';
import { publishDraft, publishing } from './publish-draft.ts';

export const release: Command = {
  name: 'release',
  does: `Publishes what was written by hand: data/<id>/${draftName}, such as a changed copy of the last release. Its version follows from what is different.`,
  takes: [{ name: 'ID', does: 'the data set' }],
  options: publishing,
  async run(given) {
    const [id = ''] = given.taken;
    const files = await readSiteFiles(given.site);
    const folder = readDataFolder(files);
    const drafts = folder.datasets.get(id)?.drafts ?? [];
    const [draft, second] = drafts;
    if (!draft)
      throw new Failure(
        `Nothing in data/${id || '<id>'}/ waits to be published. Copy the last release to data/${id || '<id>'}/${draftName}, change the copy, and run this again.`,
      );
    if (second)
      throw new Failure(
        `Several files wait to be published: ${drafts.map(({ path }) => path).join(', ')}. Leave one of them in the folder.`,
      );
    const found: Diagnostic[] = [];
    const parsed = parseJson(draft, draftSchema, (each) => found.push(each));
    if (parsed && parsed.value.name !== id)
      throw new Failure(
        `${draft.path} says that its name is “${parsed.value.name}”. In data/${id}/ it must be “${id}”.`,
      );
    if (!parsed) throw new Failure(reportText(found, () => draft.text));
    const fields = parsed.value.schema.fields.map(({ name, title = name }) => [name, { title }] as const);
    const words = { fields: new Map(fields), placeNames: new Map() };
    return publishDraft(parsed.value, { files, folder, given, words, from: draft.path });
  },
};
