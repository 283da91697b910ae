import { id } from '../briefs/index.ts';
import { quote } from '../diagnostics/index.ts';
import type { Around } from './start.ts';

/** Why a thing of a folder of its own cannot have a name; nothing where it can. */
export function folderNameProblem(name: string, parent: string, { files }: Around): string | undefined {
  if (!id.safeParse(name).success) {
    const likely = slugOf(name);
    const rule = `${quote(name)} cannot be a name: lower-case letters, digits and single hyphens only.`;
    return likely === '' ? rule : `${rule} Did you mean ${quote(likely)}?`;
  }
  const folder = `${parent}/${name}`;
  const taken = [...files.texts.keys()].some((path) => path.startsWith(`${folder}/`));
  return taken
    ? `There is a folder ${folder}/ already. Take another name, or edit what is there.`
    : undefined;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
