import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { frontMatterSchema, readDocument, splitFrontMatter, type Translation } from '../../briefs/index.ts';
import { parseYaml } from '../../source/index.ts';
import { passagesOf } from '../../translations/index.ts';

/**
 * The texts that passages of a file once had, by their digests, from the
 * history that Git keeps. Nothing where there is no Git or no such history.
 */
export async function earlierPassages(
  folder: string,
  { file: path, language }: Pick<Translation, 'file' | 'language'>,
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (wanted.size === 0) return found;
  const commits = await git(folder, 'log', '--format=%H', '--', path);
  for (const commit of commits?.split('\n').filter(Boolean) ?? []) {
    const text = await git(folder, 'show', `${commit}:./${path}`);
    const file = { path, text: text ?? '' };
    const parts = splitFrontMatter(file.text);
    const matter = parts && parseYaml(file, frontMatterSchema, () => {}, { text: parts.matter });
    const document = parts && readDocument(file, { ...parts, language }, () => {});
    if (!matter || !document) continue;
    for (const { digest, text: own } of passagesOf({ matter: matter.value, matterAt: matter.at, document }))
      if (wanted.has(digest) && !found.has(digest)) found.set(digest, own);
    if (found.size === wanted.size) break;
  }
  return found;
}

const run = promisify(execFile);

/** What Git prints; nothing where it cannot. */
const git = (folder: string, ...words: string[]): Promise<string | undefined> =>
  run('git', ['-C', folder, ...words], { maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
