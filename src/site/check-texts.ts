import { quote, type Report } from '../diagnostics/index.ts';
import { codeOf, noText, placeOfText } from '../source/index.ts';
import type { SiteFiles } from './files.ts';
import { finding } from './reading.ts';

/** What is wrong with files before any of them is understood: names of folders, lost letters, and conflicts that nobody has settled. */
export function checkTexts({ texts }: SiteFiles, report: Report): void {
  checkFolders(texts.keys(), report);
  for (const file of texts.values()) {
    // What is no UTF-8 is read as the replacement character.
    if (file.text.includes('\ufffd'))
      report(
        finding(
          'encoding',
          file.path,
          placeOfText(file, '\ufffd'),
          'Letters of this file were lost: it was not saved as UTF-8.',
          'Go back to the last version that was whole, and save it as UTF-8.',
        ),
      );
    const [odd] = noText.exec(file.text) ?? [];
    if (odd !== undefined)
      report(
        finding(
          'encoding',
          file.path,
          placeOfText(file, odd),
          `Here stands ${codeOf(odd)}, which is no character that can be shown.`,
          'Take it out.',
        ),
      );
    const mistaken = misread.exec(file.text)?.[0];
    if (mistaken !== undefined)
      report(
        finding(
          'encoding',
          file.path,
          placeOfText(file, mistaken),
          'This file was read in another encoding and saved again: its letters are others now.',
          'Go back to the last version that was whole, and open it as UTF-8.',
        ),
      );
    const mark = /^<{7} .*$/m.exec(file.text)?.[0];
    if (mark !== undefined && /^>{7} /m.test(file.text))
      report(
        finding(
          'merge-conflict',
          file.path,
          placeOfText(file, mark),
          'Two versions of these lines wait for a decision.',
          'Choose between the lines above ======= and those below it, and take the three marks out.',
        ),
      );
  }
}

/** What letters and quotation marks in UTF-8 become when they are read as Latin-1 or Windows-1252. */
const misread = /[\u0080-\u009f]|â€|Ã[\u00a0-\u00bf]|àº|áž/;

/** The folder whose address is that of something else: what makes charts live stands at `/charts/live/`. */
const taken = 'content/charts/live/';

const goodName = /^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A folder's name becomes an address, so that it must be the same on every system. */
function checkFolders(paths: Iterable<string>, report: Report): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const [folder, name = ''] = /^(?:content\/(?:briefs|charts|datasets)|data)\/([^/]+)\//.exec(path) ?? [];
    if (folder === undefined || (goodName.test(name) && folder !== taken) || seen.has(folder)) continue;
    seen.add(folder);
    if (folder === taken) {
      report(
        finding(
          'folder-name',
          path,
          { line: 1, column: 1 },
          `${quote(name)} cannot be the name of a chart: its address /charts/${name}/ is that of something else.`,
          'Give the folder another name.',
        ),
      );
      continue;
    }
    const better = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    report(
      finding(
        'folder-name',
        path,
        { line: 1, column: 1 },
        `${quote(name)} is no name for a folder.`,
        better === '' ? 'Lower-case letters, digits and single hyphens.' : `Call it ${quote(better)}.`,
      ),
    );
  }
}
