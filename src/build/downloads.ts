import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import type { Brief, Translation } from '../briefs/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { directionOf, type Language } from '../i18n/index.ts';
import { makeSingleFile, openPress, type Press, type Surroundings } from '../print/index.ts';
import { dataAnchor, downloadNote, releaseAnchor } from '../site/index.ts';
import { chartFiles, recordOf } from './documents.ts';
import type { Edition } from './edition.ts';

/** Takes word of how far a stage of the work is: how many of how many are done. */
export type Progress = (stage: string, done: number, of: number) => void;

/** What was made of a brief in one language. */
interface Made {
  brief: Brief;
  translation: Translation;
  fileBytes: number;
  pdf:
    | { bytes: number; pages: number; numbers: Readonly<Record<string, number>>; sha256: string }
    | undefined;
}

/**
 * Makes of each brief in each of its languages, as far as they are wanted, a single
 * file of HTML and, if the edition prints, a PDF, beside its page in `folder`; then
 * the pages say how large they are. Gives what falls short.
 */
export async function makeDownloads(
  folder: string,
  edition: Edition,
  isWanted: (path: string) => boolean,
  progress: (done: number, of: number) => void,
): Promise<Diagnostic[]> {
  const { site } = edition;
  const isMade = ({ slug }: Brief, language: Language) => isWanted(`${language}/briefs/${slug}/`);
  const jobs = site.briefs
    .flatMap((brief) => [...brief.translations.values()].map((translation) => ({ brief, translation })))
    .filter(({ brief, translation }) => isMade(brief, translation.language));
  if (jobs.length === 0) return [];
  const atOnce = Math.max(1, Math.min(availableParallelism(), jobs.length));
  const press = edition.prints ? await openPress(atOnce) : undefined;
  const diagnostics: Diagnostic[] = [];
  const made: Made[] = [];
  const waiting = jobs.values();
  const work = async (): Promise<void> => {
    for (const job of waiting) {
      made.push(await makeFiles(folder, edition, job, press, (problem) => diagnostics.push(problem)));
      progress(made.length, jobs.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await press?.close();
  }
  for (const language of site.languages)
    await Promise.all(
      site.briefs
        .filter((brief) => isMade(brief, language))
        .map((brief) => fillIn(folder, edition, language, brief, made)),
    );
  return diagnostics;
}

/** The file that is served at an address of the site, in the folder of its pages. */
const fileAt = (folder: string, { base }: Edition['addresses'], address: string): string =>
  join(folder, address.slice(base.length));

async function makeFiles(
  folder: string,
  edition: Edition,
  { brief, translation }: Pick<Made, 'brief' | 'translation'>,
  press: Press | undefined,
  report: (problem: Diagnostic) => void,
): Promise<Made> {
  const { language } = translation;
  const { slug } = brief;
  const { addresses } = edition;
  const address = addresses.brief(language, slug);
  const taken = addresses.briefFiles(language, slug);
  const page = await readFile(fileAt(folder, addresses, `${address}index.html`), 'utf8');
  const files = await chartFiles(edition, brief, language);
  const html = singleFileOf(folder, edition, page, {
    address,
    listed: listedIn(edition, brief, language),
    // The rows are for everyone; the specs would double the weight of the file, and are in the PDF.
    files: new Map(
      [...files].map(([anchor, own]) => [anchor, own.filter(({ relationship }) => relationship === 'Data')]),
    ),
  });
  const file = fileAt(folder, addresses, taken.singleFile);
  await writeFile(file, html);
  const made: Made = { brief, translation, fileBytes: Buffer.byteLength(html), pdf: undefined };
  if (!press) return made;
  const attachments = [...files.values()].flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  const record = recordOf(edition, brief, language);
  const { bytes, pages, numbers, problems } = await press.print(file, {
    record,
    attachments,
    direction: directionOf(language),
  });
  for (const problem of problems)
    report({
      rule: 'pdf',
      severity: 'error',
      file: translation.file,
      line: 1,
      column: 1,
      message: `The PDF of this text is not fit to be published: ${problem}`,
      hint: 'Run “npm run pdf” for this brief and look at it; if the text is as it should be, report it as a fault of Sala.',
    });
  await writeFile(fileAt(folder, addresses, taken.pdf), bytes);
  const numbered = withNumbers(html, numbers);
  await writeFile(file, numbered);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    ...made,
    fileBytes: Buffer.byteLength(numbered),
    pdf: { bytes: bytes.length, pages, numbers, sha256 },
  };
}

/** The page as one file, with all that it needs. */
function singleFileOf(
  folder: string,
  { addresses, style, fonts, site }: Edition,
  page: string,
  { address, listed, files }: Pick<Surroundings, 'address' | 'listed' | 'files'>,
): string {
  const own = addresses.base + style.name;
  const read = (href: string) =>
    readFileSync(fileAt(folder, addresses, new URL(href, `https://site.invalid${address}`).pathname));
  return makeSingleFile(page, {
    address: new URL(address, site.settings.address).href,
    style: (href) => (href === own ? style.own : read(href).toString('utf8')),
    fonts: fonts.inline,
    picture: (src) => ({
      bytes: read(src),
      mediaType: mediaTypes[extname(src)] ?? 'application/octet-stream',
    }),
    listed,
    files,
  });
}

/** The data that a brief lists as used, by the address that its numbers lead to. */
const listedIn = (
  { addresses, locale, site }: Edition,
  { releases }: Brief,
  language: Language,
): Surroundings['listed'] =>
  new Map(
    [...releases].flatMap(([id, release]) => {
      const dataset = site.datasets.get(id);
      if (!dataset) return [];
      const name = locale(language).dataset(dataset, release).title;
      const address = `${addresses.dataset(language, id)}#${releaseAnchor(release.version)}`;
      return [[address, { anchor: dataAnchor(id), name }] as const];
    }),
  );

const mediaTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** Says on the page of a brief what can be taken away, and the page numbers of its contents for readers who print it. */
async function fillIn(
  folder: string,
  edition: Edition,
  language: Language,
  brief: Brief,
  made: readonly Made[],
): Promise<void> {
  const shown = (brief.translations.get(language) ?? brief.source).language;
  const own = made.find((each) => each.brief === brief && each.translation.language === shown);
  if (!own) return;
  const { addresses } = edition;
  const file = fileAt(folder, addresses, `${addresses.brief(language, brief.slug)}index.html`);
  const locale = edition.locale(language);
  const { pdf, fileBytes } = own;
  let html = await readFile(file, 'utf8');
  html = put(html, 'html', downloadNote(locale, { bytes: fileBytes }));
  if (pdf) {
    html = withNumbers(put(html, 'pdf', downloadNote(locale, pdf)), pdf.numbers);
    // The linked data of the page says the same to programs.
    html = html.replace(
      '"encodingFormat":"application/pdf"',
      (found) => `${found},"contentSize":"${pdf.bytes} B","sha256":"${pdf.sha256}"`,
    );
  }
  await writeFile(file, html);
}

const put = (html: string, kind: string, note: string): string =>
  html.replace(
    new RegExp(`(<span[^>]* data-file="${kind}"[^>]*>)</span>`),
    (_, start) => `${start}${note}</span>`,
  );

/** The contents list of a page in print, with the numbers of the pages that it leads to. */
function withNumbers(html: string, numbers: Readonly<Record<string, number>>): string {
  if (Object.keys(numbers).length === 0) return html;
  const numbered = html.replace(
    /<a href="#([^"]*)"([^>]*)>((?:(?!<\/a>).)*)<\/a>(\s*)(<span class="page-number"[^>]*>)<\/span>/gs,
    (whole, anchor: string, attributes: string, text: string, space: string, slot: string) => {
      const number = numbers[decodeURIComponent(anchor)];
      return number === undefined
        ? whole
        : `<a href="#${anchor}"${attributes}>${text}</a>${space}${slot}${number}</span>`;
    },
  );
  return numbered.replace(/<html([^>]*)>/, '<html$1 data-contents>');
}
