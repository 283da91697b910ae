import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

// What Sala is measured against: the same texts, charts and data, by Astro as it is.
export default defineConfig({ integrations: [mdx()] });
