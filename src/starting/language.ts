import { isSeq, parseDocument } from 'yaml';
import { Failure, quote } from '../diagnostics/index.ts';
import { drawsScript } from '../fonts/index.ts';
import { isLanguage, type Language, languageName } from '../i18n/index.ts';
import { makeAddresses } from '../site/index.ts';
import type { Starter } from './start.ts';

const settings = 'content/site/site.yaml';

/** A language: its tag among those of the site, and the files of the site's own words, in which nothing is translated yet. */
export const languageStarter: Starter = {
  id: 'language',
  does: 'Adds a language: its tag in site.yaml, and files for the words of the site, to be translated.',
  name: { name: 'TAG', does: 'its BCP 47 tag, such as th' },
  questions: [],
  problem(tag, { site: { languages } }) {
    if (languages.includes(tag)) return `The site has ${quote(tag)} already: ${languages.join(', ')}.`;
    const name = isLanguage(tag) ? englishName(tag) : undefined;
    if (name === undefined) return `${quote(tag)} is no tag of a language. ${likelyTag(tag)}`;
    const { script = '' } = new Intl.Locale(tag).maximize();
    return drawsScript(script)
      ? undefined
      : `No font for the script of ${name} (${script}) is included, so its texts could not be shown. A developer can add one in src/fonts/families.ts.`;
  },
  start(tag, _, { site, files }) {
    const name = languageName(tag, 'en');
    const source = languageName(site.sourceLanguage, 'en');
    const added = new Map(
      ['content/site', 'content/messages', 'content/glossary'].flatMap((folder) => {
        const words = files.texts.get(`${folder}/${site.sourceLanguage}.yaml`);
        const path = `${folder}/${tag}.yaml`;
        // What somebody has translated before the language was added stays as it is.
        return words && !files.texts.has(path)
          ? [[path, untranslated(words.text, { name, source })] as const]
          : [];
      }),
    );
    return {
      added,
      changed: new Map([[settings, withLanguage(files.texts.get(settings)?.text ?? '', tag)]]),
      next: [
        ...(added.size > 0 ? [`Translate ${[...added.keys()].join(', ')}.`] : []),
        `Translate a brief: copy its ${site.sourceLanguage}.mdx to ${tag}.mdx beside it, keep tags, ids and the order of headings. Charts and data sets likewise.`,
        `Look at it: npm run dev, then ${makeAddresses('/').home(tag)}. What is not translated is shown in ${source}, with a notice.`,
      ],
    };
  },
};

const englishName = (tag: Language): string | undefined =>
  new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);

/** The hint under a tag that is none: what was likely meant. */
function likelyTag(tag: string): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  const named = tags.find((each) => englishName(each)?.toLowerCase() === tag.toLowerCase());
  const likely = named ?? canonical(tag);
  return likely === undefined || likely === tag
    ? 'Tags are such as th for Thai or pt-BR for Portuguese in Brazil.'
    : `Did you mean ${quote(likely)}?`;
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The source's words as comments, which a translator takes up one by one. */
function untranslated(words: string, { name, source }: { name: string; source: string }): string {
  const lines = words.trimEnd().split(/\r?\n/);
  const isSchema = (line: string) => line.startsWith('# yaml-language-server:');
  const commented = lines
    .filter((line) => !isSchema(line))
    .map((line) => (line.trim() === '' ? '#' : `# ${line}`));
  return [
    ...lines.filter(isSchema),
    `# ${name}. Nothing is translated yet, so readers see these words in ${source}.`,
    '# To translate: take away the “# ” before a line, and before the line of its group, and write its words anew.',
    '#',
    ...commented,
    '',
  ].join('\n');
}

/** The settings with one more language; all else stays as it was written. */
function withLanguage(text: string, tag: Language): string {
  const list = parseDocument(text).get('languages', true);
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  const end = (last as { range?: [number, number, number] } | undefined)?.range?.[1];
  if (!isSeq(list) || end === undefined)
    throw new Failure(`The languages of ${settings} cannot be read. Add ${tag} there by hand.`);
  if (list.flow) return `${text.slice(0, end)}, ${tag}${text.slice(end)}`;
  const lineStart = text.lastIndexOf('\n', end) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const dash = /^\s*-\s+/.exec(text.slice(lineStart))?.[0] ?? '- ';
  return `${text.slice(0, lineEnd)}\n${dash}${tag}${text.slice(lineEnd)}`;
}
