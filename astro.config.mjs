import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { salaIntegration } from './src/astro/integration.ts';
import { markdown } from './src/astro/markdown.ts';

export default defineConfig({
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, processor: markdown },
  integrations: [mdx(), salaIntegration()],
});
