import { splitFrontMatter } from '../briefs/index.ts';
import { didYouMean, Failure, quote } from '../diagnostics/index.ts';
import { isCalendarDate } from '../i18n/index.ts';
import { fileDigest, versionsFolder } from '../site/index.ts';
import { appendEntry } from './append-entry.ts';
import type { Starter } from './start.ts';

const kinds = {
  corrected: 'a mistake was mended',
  updated: 'the text says more, or something else',
  'data-updated': 'its numbers come from newer releases',
};

/** A version of a brief: the text that is there is kept as an earlier one, and what follows is another. */
export const versionStarter: Starter = {
  id: 'version',
  does: 'Starts the next version of a brief, before you edit it: keeps the present one, and writes the history.',
  name: { name: 'SLUG', does: 'the brief, by the name of its folder' },
  questions: [
    {
      flag: 'kind',
      value: 'KIND',
      asks: `why there is another version: ${Object.entries(kinds)
        .map(([kind, means]) => `${kind} (${means})`)
        .join(', ')}`,
      problem: (answer) =>
        Object.hasOwn(kinds, answer)
          ? undefined
          : `There is no kind ${quote(answer)}. ${didYouMean(answer, Object.keys(kinds), 'kinds')}`,
    },
    { flag: 'note', value: 'TEXT', asks: 'what changes, in a sentence for readers, in the source language' },
    {
      flag: 'date',
      value: 'DAY',
      asks: 'the day on which it is published',
      proposes: ({ today }) => today,
      problem: (answer) =>
        answer.length === 10 && isCalendarDate(answer)
          ? undefined
          : `${quote(answer)} is no day. Write it as 2025-03-26.`,
    },
  ],
  problem(slug, { site }) {
    const brief = site.briefs.find((each) => each.slug === slug);
    if (!brief)
      return `There is no brief ${quote(slug)}. ${didYouMean(
        slug,
        site.briefs.map((each) => each.slug),
        'briefs',
      )}`;
    return brief.hidden === undefined
      ? undefined
      : `${quote(slug)} is not published yet, so that it needs no other version: edit it as it is.`;
  },
  start(slug, { kind, note = '', date }, { site, files: { texts } }) {
    const brief = site.briefs.find((each) => each.slug === slug);
    if (!brief) throw new Failure(`There is no brief ${quote(slug)}.`);
    const { version, source } = brief;
    const folder = `content/briefs/${slug}`;
    const kept = `${versionsFolder(slug)}/${version}`;
    const own = [...texts.values()].flatMap(({ path, text }) => {
      const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '/';
      return name.includes('/') ? [] : [{ name, text }];
    });
    const digestsPath = `${versionsFolder(slug)}/digests.json`;
    const known = texts.get(digestsPath);
    const digests = {
      ...JSON.parse(known?.text ?? '{}'),
      [version]: Object.fromEntries(own.map(({ name, text }) => [name, fileDigest(text)])),
    };
    const digestsText = `${JSON.stringify(digests, null, 2)}\n`;
    const factsText = texts.get(`${folder}/brief.yaml`)?.text ?? '';
    const entry = `- { version: ${version + 1}, date: ${date}, kind: ${kind} }`;
    return {
      added: new Map([
        ...own.map(({ name, text }) => [`${kept}/${name}`, text] as const),
        ...(known ? [] : [[digestsPath, digestsText] as const]),
      ]),
      changed: new Map([
        [`${folder}/brief.yaml`, appendEntry(factsText, 'history', entry)],
        [source.file, withNote(texts.get(source.file)?.text ?? '', `version-${version + 1}`, note)],
        ...(known ? [[digestsPath, digestsText] as const] : []),
      ]),
      next: [
        `Edit the brief: it is version ${version + 1} now. Version ${version} stays at its own address, as it is.`,
        `Translate what changed, and the note: “version-${version + 1}” under words in each language.`,
        'npm run check, then npm run dev.',
      ],
    };
  },
};

/** A text with the words of an id in its front matter. */
function withNote(text: string, id: string, note: string): string {
  const parts = splitFrontMatter(text);
  if (!parts) return text;
  const start = text.indexOf(parts.matter);
  const matter = appendEntry(parts.matter, 'words', `${id}: ${JSON.stringify(note)}`).trimEnd();
  return text.slice(0, start) + matter + text.slice(start + parts.matter.length);
}
