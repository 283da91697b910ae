import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../diagnostics/index.ts';
import { filesUnder } from '../source/index.ts';
import { digestOf, type Inputs } from './keys.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.object({
  /** Stands for content/, data/ and public/ as the site was made from them, the same on every machine. */
  source: digest,
  /** Every file beside the manifest, by its path in the site, sorted; sizes in bytes, digests as SHA-256. */
  files: z.array(z.object({ path: z.string(), size: z.int().nonnegative(), sha256: digest })),
});

/** What a site consists of, down to the byte. */
export type Manifest = z.infer<typeof schema>;

/** The file of a site that its manifest is. */
export const manifestName = 'manifest.json';

/** Lists the files of a folder, and what they were made from, in a manifest there. */
export async function writeManifest(folder: string, inputs: Inputs): Promise<void> {
  const lines = (await filesUnder(folder)).map((path) => {
    const content = readFileSync(join(folder, path));
    return `    ${JSON.stringify({ path, size: content.length, sha256: digestOf(content) })}`;
  });
  const text = `{\n  "source": "${sourceOf(inputs)}",\n  "files": [\n${lines.join(',\n')}\n  ]\n}\n`;
  await writeFile(join(folder, manifestName), text);
}

/** Reads a manifest. Throws a Failure where there is none. */
export function readManifest(file: string): Manifest {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Failure(
      `${file} is no manifest of a site, or cannot be read. A build writes one, as ${manifestName} in the folder of the site; --manifest names another.`,
    );
  }
}

/** One digest of the inputs that are files of the site folder. */
const sourceOf = (inputs: Inputs): string =>
  digestOf([...inputs].filter(([name]) => /^(?:content|data|public)\//.test(name)).sort());
