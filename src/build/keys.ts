import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '../briefs/index.ts';
import { codeDigest } from '../project.ts';
import type { SiteFiles } from '../site/index.ts';
import type { Edition } from './edition.ts';
import { lists, type Scope } from './scopes.ts';

/** What an edition is made from: a digest of each input by its name, which is its path where it is a file. */
export type Inputs = ReadonlyMap<string, string>;

/** The key of a scope is a digest of all inputs that its files are made from. */
export interface Keys {
  inputs: Inputs;
  keyOf(scope: Scope): string;
}

const briefText = /^content\/briefs\/([^/]+)\/.*\.mdx$/;

/** The name of the input that the body of a text is; its front matter goes by the path alone. */
const bodyName = (path: string): string => `${path} (text)`;

/** The name of the input that a file of public/ is. */
export const publicName = (name: string): string => `public/${name}`;

/**
 * The keys of an edition. Every scope is made from the code with its libraries, the
 * options, and every file of the site but the bodies of briefs; those are inputs of
 * the scopes that may read them (guard.ts).
 */
export async function keysOf(
  edition: Edition,
  { texts, served }: SiteFiles,
  /** Where the files of public/ are as the site will have them. */
  folder: string,
): Promise<Keys> {
  const { site, addresses, prints, style, scripts } = edition;
  const inputs = new Map<string, string>([
    ['the code of Sala', await codeDigest('.')],
    // A browser of one's own prints in its own way.
    ['the options', digestOf([addresses.base, prints, process.env['SALA_CHROMIUM'] ?? ''])],
    ['the style, with its fonts', digestOf([style.name, [...scripts.files.keys()]])],
  ]);
  const bodies = Map.groupBy(
    [...texts.values()].flatMap(({ path, text }) => {
      const [, slug] = briefText.exec(path) ?? [];
      const body = slug === undefined ? undefined : splitFrontMatter(text)?.body;
      inputs.set(path, digestOf(body === undefined ? text : text.slice(0, text.length - body.length)));
      if (body !== undefined) inputs.set(bodyName(path), digestOf(body));
      return body === undefined ? [] : { slug: slug ?? '', name: bodyName(path) };
    }),
    ({ slug }) => slug,
  );
  for (const name of [...served].sort())
    inputs.set(publicName(name), digestOf(readFileSync(join(folder, name))));
  for (const { slug, hidden, figures, earlier } of site.briefs)
    inputs.set(
      `the figures of ${slug}`,
      digestOf([hidden ?? '', figures, earlier.map((each) => each.figures)]),
    );
  const ofBodies = new Set([...bodies.values()].flat().map(({ name }) => name));
  const common = digestOf([...inputs].filter(([name]) => !ofBodies.has(name)));
  const own = (scope: Scope): string[] =>
    scope === lists
      ? [...ofBodies]
      : (bodies.get(scope.replace(/^briefs\//, '')) ?? []).map(({ name }) => name);
  return {
    inputs,
    keyOf: (scope) => digestOf([common, scope, own(scope).map((name) => [name, inputs.get(name) ?? ''])]),
  };
}

/** Why files of a scope were made anew: the inputs that are not as they were in an earlier build. */
export function reasonsOf(scope: Scope, before: Inputs, now: Inputs): string[] {
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
    (name) => before.get(name) !== now.get(name),
  );
  return changed.filter((name) => {
    const [path = '', isBody] = name.split(' (text)');
    if (isBody === undefined || scope === lists) return true;
    return scope === `briefs/${briefText.exec(path)?.[1]}`;
  });
}

export const digestOf = (content: unknown): string =>
  createHash('sha256')
    .update(typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))
    .digest('hex');
