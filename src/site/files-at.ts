import { spawn } from 'node:child_process';
import { Failure } from '../diagnostics/index.ts';
import { dayOfBuild, type SiteFiles, textual } from './files.ts';

/**
 * The files of a site as they were in a revision of Git: a commit, a branch, a
 * tag. Throws a Failure where there is no such revision, or no repository.
 */
export async function readSiteFilesAt(folder: string, revision: string): Promise<SiteFiles> {
  const git = (options: readonly string[], input = '') => runGit(folder, options, input);
  await git(['rev-parse', '--show-toplevel']).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(
      error.code === 'ENOENT'
        ? 'Git was not found; what changed since a revision is known from it.'
        : `${folder} is in no Git repository, so that nothing is known of what it was.`,
    );
  });
  // A name that begins with a hyphen would be taken for an option.
  const commit = await git([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]).catch(() => {
    throw new Failure(
      `There is no revision “${revision}”. Name a commit, a branch or a tag that is here (git fetch brings those of the server).`,
    );
  });
  const tree = await git([
    'ls-tree',
    '-r',
    '-z',
    commit.toString().trim(),
    '--',
    'content',
    'data',
    'public',
  ]);
  const entries = tree
    .toString()
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [about = '', path = ''] = line.split('\t');
      return { path, object: about.split(' ')[2] ?? '' };
    });
  const read = entries.filter(({ path }) => !path.startsWith('public/') && textual.test(path));
  const objects = await git(['cat-file', '--batch'], read.map(({ object }) => `${object}\n`).join(''));
  const texts = new Map<string, { path: string; text: string }>();
  // Each object: its name, kind and size on a line, then its bytes and a line's end.
  let at = 0;
  for (const { path } of read) {
    const start = objects.indexOf('\n', at) + 1;
    const size = Number(objects.toString('latin1', at, start).trim().split(' ')[2]);
    texts.set(path, { path, text: objects.toString('utf8', start, start + size) });
    at = start + size + 1;
  }
  return {
    folder,
    texts,
    date: dayOfBuild(),
    served: new Set(
      entries.flatMap(({ path }) => (path.startsWith('public/') ? [path.slice('public/'.length)] : [])),
    ),
  };
}

/** What Git prints; throws where it ends with an error, or is not there. */
const runGit = (folder: string, options: readonly string[], input: string): Promise<Buffer> =>
  new Promise((done, fail) => {
    const git = spawn('git', options, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    git.on('error', fail);
    git.on('close', (code) =>
      code === 0 ? done(Buffer.concat(chunks)) : fail(new Error(`git ended with ${code}`)),
    );
    git.stdin.on('error', () => {});
    git.stdin.end(input);
  });
