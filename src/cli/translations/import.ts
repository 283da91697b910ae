import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure, reportText } from '../../diagnostics/index.ts';
import { misfits, withStart } from '../../starting/index.ts';
import { importXliff, readXliff, recordFile, recordText } from '../../translations/index.ts';
import { type Command, fromHere } from '../arguments.ts';
import { counted } from '../data/columns.ts';
import { date, dayOf, findTranslation, readSite } from './find-translation.ts';
import { writeTexts } from './write-texts.ts';

export const importFile: Command = {
  name: 'import',
  does: 'Takes what a translator did in an XLIFF file of ours into the translation, and records it.',
  takes: [{ name: 'FILE', does: 'the file that came back' }],
  options: {
    reviewer: { value: 'NAME', does: 'who read it: the text is then reviewed, and no draft' },
    date,
  },
  async run(given) {
    const path = fromHere(given.taken[0]);
    if (!path) throw new Failure('Name the file that came back: npm run translations -- import FILE');
    const text = await readFile(path, 'utf8').catch(() => {
      throw new Failure(`There is no file ${path}.`);
    });
    const { site, files } = await readSite(given.site);
    const name = basename(path);
    const xliff = readXliff(text, name);
    const { brief, language } = findTranslation(site, xliff.slug, xliff.to);
    const { file } = brief.source;
    if (xliff.from !== brief.source.language)
      throw new Failure(`${name} was translated from ${xliff.from}, and ${file} is the source.`);
    const own = `content/briefs/${brief.slug}/${language}.mdx`;
    const source = files.texts.get(file) ?? { path: file, text: '' };
    const { record, written, confirmed, refused, draftAgain, ...made } = importXliff(
      brief,
      xliff,
      { source, own: files.texts.get(own) },
      { day: dayOf(given), reviewer: given.text('reviewer') },
    );
    const done = new Map([[own, made.text]]);
    if (record) done.set(recordFile(brief.slug, language), recordText(record));
    const start = { added: done, changed: new Map<string, string>(), next: [] };
    const wrong = misfits(files, start);
    if (wrong.length > 0) {
      const { texts } = withStart(files, start);
      throw new Failure(`${reportText(wrong, (each) => texts.get(each)?.text)}\n\nNothing was imported.`);
    }
    await writeTexts(files, done);
    console.log(
      `${own}: ${counted(written.length, 'passage')} written, ${confirmed.length} confirmed as ${confirmed.length === 1 ? 'it is' : 'they are'}.`,
    );
    if (draftAgain)
      console.log('It had been reviewed, and is a draft again; --reviewer NAME says who read the new text.');
    for (const { id, why } of refused) console.error(`Left out  ${id}: ${why}.`);
    if (refused.length > 0) console.error('Export these anew, or mend them in the file and import it again.');
    return refused.length > 0 ? 1 : 0;
  },
};
