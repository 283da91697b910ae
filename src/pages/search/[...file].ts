import type { APIRoute } from 'astro';
import { currentEdition } from '../../astro/edition.ts';

interface Props extends Record<string, unknown> {
  text: string;
}

/** The files of the index of each language. */
export const getStaticPaths = () => {
  const { site, search } = currentEdition();
  return site.languages.flatMap((language) => {
    const { name, files } = search(language).index;
    return [...files].map(([file, text]) => ({
      params: { file: `${name}/${file}` },
      props: { text } satisfies Props,
    }));
  });
};

export const GET: APIRoute<Props> = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'application/json' } });
