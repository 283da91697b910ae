import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';
import { allLighterFiles, type LighterFile } from '../../build/lighter-pictures.ts';

interface Props extends Record<string, unknown> {
  file: LighterFile;
}

export const getStaticPaths = async () =>
  (await allLighterFiles(currentEdition().site)).map((file) => ({
    params: { name: file.name.replace(/\.avif$/, '') },
    props: { file } satisfies Props,
  }));

export const GET: APIRoute<Props> = async ({ props: { file } }) =>
  new Response(Buffer.from(await file.make()), { headers: { 'content-type': 'image/avif' } });
