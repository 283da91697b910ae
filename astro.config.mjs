import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { salaIntegration } from './src/astro/integration.ts';
import { rehypeAlign } from './src/astro/rehype-align.ts';
import { remarkBrief } from './src/astro/remark-brief.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: true,
      // Authors write the quotation marks of their language themselves.
      smartypants: false,
      remarkPlugins: [remarkBrief],
      rehypePlugins: [rehypeAlign],
      remarkRehype: { clobberPrefix: '', footnoteBackContent: '^', footnoteLabelProperties: {} },
    }),
  },
  integrations: [mdx(), salaIntegration()],
});
