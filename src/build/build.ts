import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checked } from '../check/index.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/index.ts';
import { cacheFolder } from '../project.ts';
import { publishedSite, type SiteFiles } from '../site/index.ts';
import { filesUnder } from '../source/index.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { pruneCache } from './chart-cache.ts';
import { compressFiles } from './compress.ts';
import { makeDownloads, type Progress } from './downloads.ts';
import { drawCharts } from './draw-charts.ts';
import { makeEdition } from './edition.ts';
import { guardTexts } from './guard.ts';
import { addHostFiles, hostedSite } from './hosts.ts';
import { digestOf, type Inputs, keysOf, publicName } from './keys.ts';
import { manifestName, writeManifest } from './manifest.ts';
import { copyPublic, type Output, type RenderPages, writeOutputs } from './outputs.ts';
import { describePart, type Shard, takeParts } from './parts.ts';
import { publish, recover, stagingOf } from './publish.ts';
import { lists, type Scope, scopeOf, scopesOf, shardOf } from './scopes.ts';
import { openStore } from './store.ts';
import { verifyPages } from './verify.ts';
import { verifyFiles } from './verify-files.ts';

export interface BuildOptions {
  /** The folder that is replaced, absolute. */
  out: string;
  /** The path that the site stands under; by default that of its address. */
  base?: string | undefined;
  /** Whether briefs are printed to PDF, for which a browser is needed. */
  prints: boolean;
  /** Whether it is a preview, with the briefs that are hidden from readers. */
  drafts: boolean;
  /** Builds this part alone, to be joined with the others later. */
  shard?: Shard | undefined;
  /** Folders of parts that are joined. */
  merge?: readonly string[];
  /** Takes word of how far the work is, stage by stage. */
  progress: Progress;
}

/** What a build has come to. */
export interface Built {
  diagnostics: readonly Diagnostic[];
  published: boolean;
  /** The scopes that were made, and how many others were found as they had been made before. */
  made: readonly Scope[];
  kept: number;
  /** What it was all made from. */
  inputs: Inputs;
}

/**
 * Builds a checked site. Its files go into a staging folder beside `out`, which
 * takes its place only when all of them are made and verified; whatever fails
 * before leaves `out` as it was. What depends on nothing that has changed since
 * an earlier build is taken from there.
 */
export async function build(
  { site, files }: Checked,
  { out, base, prints, drafts, shard, merge = [], progress }: BuildOptions,
  render: RenderPages,
): Promise<Built> {
  const failed = (diagnostics: readonly Diagnostic[]): Built => ({
    diagnostics,
    published: false,
    made: [],
    kept: 0,
    inputs: new Map(),
  });
  if (!site) return failed([]);
  const edition = await makeEdition(drafts ? site : publishedSite(site), files, {
    base: baseOf(base ?? new URL(site.settings.address).pathname),
    prints,
  });
  const begin = Date.now();
  const store = openStore();
  const staging = stagingOf(out);
  recover(out);
  try {
    await mkdir(staging, { recursive: true });
    await copyPublic(files, staging);
    const { inputs, keyOf } = await keysOf(edition, files, staging);
    const all = scopesOf(edition.site);
    if (merge.length > 0) await takeParts(merge, store, { scopes: all, keyOf });
    const own = shard ? all.filter((scope) => isOf(shard, scope)) : all;
    const wanted = new Set(own.filter((scope) => !store.place(keyOf(scope), staging)));
    const isWanted = (path: string) => wanted.has(scopeOf(path));
    const problems = await drawCharts(edition, isWanted);
    if (hasErrors(problems)) return failed(problems);
    guardTexts(edition.site);
    const bill = [...(await billOfMaterials(edition))].map(([file, text]) => ({ file, make: () => text }));
    const outputs = [...(await render(edition, isWanted)), ...bill.filter(({ file }) => isWanted(file))];
    let before = 0;
    for (const some of fewestTextsFirst(outputs)) {
      await writeOutputs(some, staging, (done) => progress('pages and files', before + done, outputs.length));
      before += some.length;
    }
    const shortcomings = await makeDownloads(staging, edition, isWanted, (done, of) =>
      progress('briefs made ready to be taken away', done, of),
    );
    if (hasErrors(shortcomings)) return failed(shortcomings);
    const taken = namesTaken(staging, files, inputs);
    if (hasErrors(taken)) return failed(taken);
    const placed = (await filesUnder(staging)).filter((file) => files.served.has(file) || isWanted(file));
    await compressFiles(staging, placed);
    const made = (await filesUnder(staging)).filter(
      (file) => !files.served.has(file.replace(/\.(?:br|gz)$/, '')),
    );
    const scopes = Map.groupBy(made, scopeOf);
    for (const scope of wanted) await store.keep(keyOf(scope), staging, scopes.get(scope) ?? []);
    if (shard) {
      const held = own.map((scope) => [scope, { key: keyOf(scope), files: scopes.get(scope) ?? [] }]);
      await describePart(staging, { ...shard, scopes: Object.fromEntries(held) });
    }
    await addHostFiles(staging, hostedSite(edition.site, edition.addresses));
    // Links lead from part to part, and are followed when all are there.
    const diagnostics = shard
      ? []
      : [
          ...(await verifyPages(staging, edition, files)),
          ...(await verifyFiles(staging, await filesUnder(staging), files)),
        ];
    if (hasErrors(diagnostics)) return failed(diagnostics);
    if (!shard) await writeManifest(staging, inputs);
    store.prune(3e9, begin);
    await pruneCache(300e6, join(cacheFolder, 'compiled'));
    await pruneCache(1e9, join(cacheFolder, 'pictures'));
    // Nothing that can fail comes after this.
    publish(out);
    return {
      diagnostics,
      published: true,
      made: [...wanted],
      kept: own.length - wanted.size,
      inputs,
    };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Files of public/ that have the name of one that the site is made of, which would take its place. */
const namesTaken = (folder: string, { served }: SiteFiles, inputs: Inputs): Diagnostic[] =>
  [...served]
    .filter(
      (name) =>
        name === manifestName || digestOf(readFileSync(join(folder, name))) !== inputs.get(publicName(name)),
    )
    .map((name) => ({
      rule: 'public-file',
      severity: 'error',
      file: publicName(name),
      line: 1,
      column: 1,
      message: 'The site has a file of its own at this address.',
      hint: 'Give the one in public/ another name.',
    }));

/** Whether a scope is of a part; what lists all the others is made when they are joined. */
const isOf = ({ index, of }: Shard, scope: Scope): boolean =>
  scope !== lists && shardOf(scope, of) === index - 1;

/**
 * What may read no text is made before what may: nothing that was made of a text and is remembered can get into it.
 */
const fewestTextsFirst = (outputs: readonly Output[]): Output[][] =>
  ['catalogue', 'briefs', lists].map((kind) =>
    outputs.filter(({ file }) => scopeOf(file).split('/')[0] === kind),
  );

/** `/briefs/` for `briefs`, `/briefs` and `/briefs/`. */
export const baseOf = (path: string): string =>
  `/${path.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
