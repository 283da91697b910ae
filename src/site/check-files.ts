import { quote, type Report } from '../diagnostics/index.ts';
import { drawingProblem, limits } from '../source/index.ts';
import type { SiteFiles } from './files.ts';
import { finding, once } from './reading.ts';

/**
 * What is wrong with files as such, whatever stands in them: links, files that
 * are too large, names that other systems cannot have, and files of public/
 * that would be a page or a program of the site.
 */
export function checkFiles({ texts, served, drawings, unread }: SiteFiles, report: Report): void {
  const error = (rule: string, path: string, message: string, hint: string, at = { line: 1, column: 1 }) =>
    report(finding(rule, path, at, message, hint));
  for (const [path, why] of unread ?? []) {
    const most = path.startsWith('public/')
      ? limits.drawing
      : path.startsWith('data/')
        ? limits.data
        : limits.text;
    if (why === 'no file')
      error(
        'file-kind',
        path,
        'This is a link, and no file of its own.',
        'Put a copy of what it leads to in its place. A site is built from its own files alone.',
      );
    else
      error(
        'file-kind',
        path,
        `This file is larger than ${most / 1e6} MB.`,
        'Part it, or take out what is not needed.',
      );
  }
  checkNames([...texts.keys(), ...[...served].map((path) => `public/${path}`)], error);
  for (const path of served) {
    if (servedKinds.test(path)) continue;
    error(
      'public-file',
      `public/${path}`,
      'Files of this kind are not served from public/: a page or a program there would have all rights of the site.',
      `Pictures, documents and tables can stand there: ${shownKinds}.`,
    );
  }
  for (const file of drawings?.values() ?? [])
    once(file, drawingProblem, report, (note) => {
      const problem = drawingProblem(file.text);
      if (!problem) return;
      const { at, ...words } = problem;
      note(finding('public-file', file.path, at, words.message, words.hint));
    });
}

const kinds =
  'png jpg jpeg gif webp avif svg ico pdf txt md csv tsv json geojson topojson xlsx xls ods docx odt pptx odp zip epub mp3 m4a ogg mp4 webm vtt woff2 woff webmanifest asc';
const shownKinds = 'png, jpg, gif, webp, avif, svg, pdf, txt, csv, json, xlsx, docx, zip, mp3, mp4 …';
/** What browsers show, play or save, and never run; and the files that hosts look for. */
const servedKinds = new RegExp(
  `\\.(?:${kinds.replaceAll(' ', '|')})$|^(?:_headers|_redirects|CNAME|\\.nojekyll|\\.gitkeep|\\.well-known/[^/]+)$`,
  'i',
);

type Complain = (rule: string, path: string, message: string, hint: string) => void;

/** A name must be the same file on every system, and look like what it is. */
function checkNames(paths: readonly string[], error: Complain): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const name = path.split('/').find((part) => oddName.test(part) || part !== part.normalize('NFC'));
    if (name !== undefined)
      error(
        'file-name',
        path,
        `${quote(name.replace(/\p{C}/gu, '�'))} is no name that a file can have on every system.`,
        'Use letters, digits, hyphens and points, without spaces at the ends; names such as con and nul belong to Windows.',
      );
    const plain = path.normalize('NFC').toLowerCase();
    const twin = seen.get(plain);
    if (twin !== undefined)
      error(
        'file-name',
        path,
        `Some systems cannot tell this file from ${twin}.`,
        'Give one of them another name; capitals alone make no difference.',
      );
    seen.set(plain, path);
  }
}

/**
 * Characters that are not seen or turn the direction of writing, what Windows
 * does not allow, and its reserved names.
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const oddName = /\p{C}|[<>:"|?*\\]|^ |[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
