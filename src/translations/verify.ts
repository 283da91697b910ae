import { frontMatterSchema, type Inline, readDocument, splitFrontMatter } from '../briefs/index.ts';
import { type Diagnostic, Failure, quote } from '../diagnostics/index.ts';
import type { Language } from '../i18n/index.ts';
import { parseYaml } from '../source/index.ts';
import { inOneLine, passagesOf, plainOf, writtenWords } from './passages.ts';
import type { TranslationState } from './state.ts';

/** Reads the new text as the site would, and holds its passages against what was meant. */
export function verify(
  text: string,
  {
    path,
    language,
    state,
    words,
  }: {
    path: string;
    language: Language;
    state: TranslationState;
    words: ReadonlyMap<string, readonly Inline[]>;
  },
): void {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  const file = { path, text };
  const parts = splitFrontMatter(text);
  const matter = parts && parseYaml(file, frontMatterSchema, report, { text: parts.matter, firstLine: 2 });
  const document = parts && readDocument(file, { ...parts, language }, report);
  const [problem] = found;
  if (problem || !matter || !document)
    throw new Failure(
      `With this file ${path} could not be read in line ${problem?.line ?? 1}: ${problem?.message ?? ''} ${problem?.hint ?? ''} Nothing was imported.`,
    );
  const made = passagesOf({ matter: matter.value, matterAt: matter.at, document });
  const bodies = made.filter(({ block }) => block);
  const expected = state.passages.filter(({ source }) => source.block);
  for (const [n, { source, own }] of expected.entries()) {
    const meant = words.get(source.id) ?? own?.inlines;
    const got = bodies[n]?.inlines;
    if (!meant || (got && writtenWords(meant, source) === writtenWords(got, source))) continue;
    throw new Failure(
      `Passage ${source.id} could not be written so that it reads as in the file: ${quote(inOneLine(plainOf(meant)).slice(0, 80))}. Signs such as * or an address in the words are the likely reason. Nothing was imported.`,
    );
  }
}
