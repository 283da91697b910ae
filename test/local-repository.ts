import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { filesUnder } from '../src/source/index.ts';

/** The files of a site's content/, by their paths in the site. */
export async function contentOf(folder: string): Promise<Record<string, string>> {
  const paths = (await filesUnder(join(folder, 'content'))).map((path) => `content/${path}`);
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}

/**
 * Opens the editor of a site on a local repository, which is a folder that the
 * browser keeps (the origin-private file system), in the place of one that a person would choose.
 */
export async function openLocalRepository(
  page: Page,
  site: string,
  files: Record<string, string>,
): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  // A file of the site, for its origin alone.
  await page.goto(`${site}robots.txt`);
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of Object.entries(files)) {
      const names = path.split('/');
      const name = names.pop() ?? '';
      let directory = root;
      for (const each of names) directory = await directory.getDirectoryHandle(each, { create: true });
      const file = await directory.getFileHandle(name, { create: true });
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, files);
  await page.goto(`${site}admin/`);
  await page.getByRole('button', { name: 'Work with Local Repository' }).click();
}
