import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontFamilies } from '../fonts/index.ts';
import { projectFolder } from '../project.ts';
import type { Edition } from './edition.ts';

/** A package as package-lock.json holds it. */
interface LockedPackage {
  name?: string;
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

type Lock = ReadonlyMap<string, LockedPackage>;

/**
 * What a site is made of, as files of it by name: `bom.json` for programs, which
 * lists what the site ships and what it was made with, and `licenses.txt` for
 * people, with the licences of all that readers get. The same for the same
 * packages; it has no date unless SOURCE_DATE_EPOCH names one.
 */
export async function billOfMaterials({
  fonts,
  scripts,
  site,
}: Pick<Edition, 'fonts' | 'scripts' | 'site'>): Promise<ReadonlyMap<string, string>> {
  const { version, packages } = JSON.parse(
    await readFile(join(projectFolder, 'package-lock.json'), 'utf8'),
  ) as { version: string; packages: Record<string, LockedPackage> };
  // What only tests need is left out; Node is what all of it runs on.
  const lock: Lock = new Map(
    Object.entries(packages).filter(([path, { dev }]) => path !== '' && (!dev || nameOf(path) === 'node')),
  );
  const shipped = [
    ...scripts.packages,
    ...fontFamilies
      .filter(({ files }) =>
        files.some(({ subset }) => [...fonts.files.keys()].some((file) => file.startsWith(`${subset}-`))),
      )
      .map((family) => family.package),
    ...(site.settings.admin ? ['@sveltia/cms'] : []),
  ].sort();
  return new Map([
    ['bom.json', `${JSON.stringify(cycloneDx(version, lock, new Set(shipped)), null, 1)}\n`],
    ['licenses.txt', await notices(shipped, lock, site)],
  ]);
}

/** @see https://cyclonedx.org/docs/1.6/json/ */
function cycloneDx(version: string, lock: Lock, shipped: ReadonlySet<string>): object {
  const components = new Map(
    [...lock].map(([path, locked]) => [
      urlOf(path, locked),
      componentOf(path, locked, shipped.has(nameOf(path))),
    ]),
  );
  const dependencies = new Map<string, Set<string>>();
  for (const [path, locked] of lock) {
    const needed = dependencies.get(urlOf(path, locked)) ?? new Set();
    dependencies.set(urlOf(path, locked), needed);
    for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })) {
      const found = resolve(lock, path, name);
      if (found) needed.add(urlOf(...found));
    }
  }
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      ...(epoch ? { timestamp: new Date(Number(epoch) * 1000).toISOString() } : {}),
      component: { type: 'application', 'bom-ref': 'sala', name: 'sala', version },
    },
    components: [...components.values()],
    dependencies: [...dependencies].map(([ref, needed]) => ({ ref, dependsOn: [...needed].sort() })),
  };
}

function componentOf(path: string, locked: LockedPackage, isShipped: boolean): object {
  const url = urlOf(path, locked);
  const [, group, name = ''] = /^(?:(@[^/]+)\/)?(.+)$/.exec(nameOf(path, locked)) ?? [];
  const { license, integrity = '' } = locked;
  const digest = /^sha512-(\S+)/.exec(integrity)?.[1];
  return {
    type: 'library',
    'bom-ref': url,
    ...(group === undefined ? {} : { group }),
    name,
    version: locked.version,
    // What is excluded makes the site and is not in it.
    scope: isShipped ? 'required' : 'excluded',
    ...(digest
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
    ...(license
      ? { licenses: [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }] }
      : {}),
    purl: url,
  };
}

/** The name of a package, which may be installed under another. */
const nameOf = (path: string, locked?: LockedPackage): string =>
  locked?.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** @see https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
const urlOf = (path: string, locked: LockedPackage): string =>
  `pkg:npm/${nameOf(path, locked).replace('@', '%40')}@${locked.version}`;

/** The package that another finds under a name: beside itself, or further up. */
function resolve(lock: Lock, from: string, name: string): [string, LockedPackage] | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder}${folder && '/'}node_modules/${name}`;
    const found = lock.get(path);
    if (found) return [path, found];
    if (folder === '') return undefined;
  }
}

/** The licences of what readers get: texts that are the same stand once. */
async function notices(shipped: readonly string[], lock: Lock, site: Edition['site']): Promise<string> {
  const texts = new Map<string, string[]>();
  for (const name of shipped) {
    const { version = '', license = '' } = lock.get(`node_modules/${name}`) ?? {};
    const text = await licenceText(name);
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const data = [...site.datasets.values()].map(({ id, newest: { version, about } }) => {
    const licences = about.licenses?.map(({ name, title }) => title ?? name) ?? [about.licenseNote ?? ''];
    const sources = about.sources.map(({ title, path }) => (path ? `${title}, ${path}` : title));
    return `${id} ${version}: ${licences.join(', ')}\n  from ${sources.join('\n  and ')}`;
  });
  const rule = `\n${'-'.repeat(72)}\n\n`;
  return `${[
    `What this site holds of others.\n\nIts texts: ${site.settings.license}.\n`,
    `Data:\n\n${data.join('\n')}\n`,
    ...[...texts].map(([text, packages]) => `${packages.join('\n')}\n\n${text}`),
  ].join(rule)}\n`;
}

/** The licence and notices in the folder of a package. */
async function licenceText(name: string): Promise<string> {
  const folder = join(projectFolder, 'node_modules', name);
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}
