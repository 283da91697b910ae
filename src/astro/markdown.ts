import { unified } from '@astrojs/markdown-remark';
import { rehypeAlign } from './rehype-align.ts';
import { remarkBrief } from './remark-brief.ts';

/** How the texts of briefs are compiled, by the development server and by a build alike. */
export const markdown = unified({
  gfm: true,
  // Authors write the quotation marks of their language themselves.
  smartypants: false,
  remarkPlugins: [remarkBrief],
  rehypePlugins: [rehypeAlign],
  remarkRehype: { clobberPrefix: '', footnoteBackContent: '^', footnoteLabelProperties: {} },
});
