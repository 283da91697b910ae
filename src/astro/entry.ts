import { createApp } from 'astro/app/entrypoint';

/** The compiled templates as a server, which a build asks once for each page. */
export const app = createApp({ streaming: false });

/** What compiled texts are made of: they must share it with the pages that they stand in. */
export { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
