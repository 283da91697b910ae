import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';
import type { PageFile } from '../../build/index.ts';

interface Props extends Record<string, unknown> {
  file: PageFile;
}

/** The files that stand beside pages. */
export const getStaticPaths = () => {
  const { addresses, citing } = currentEdition();
  return citing.pageFiles().map((file) => {
    const [language, ...path] = file.address.slice(addresses.base.length).split('/');
    return { params: { language, file: path.join('/') }, props: { file } satisfies Props };
  });
};

export const GET: APIRoute<Props> = async ({ props: { file } }) => {
  const content = await file.make();
  return new Response(typeof content === 'string' ? content : Buffer.from(content), {
    headers: { 'content-type': `${file.mediaType}; charset=utf-8` },
  });
};
