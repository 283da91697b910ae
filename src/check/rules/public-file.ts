import type { Rule } from './rule.ts';

export const publicFile: Rule = {
  id: 'public-file',
  severity: 'error',
  holds: 'Files of public/ only show something: none of them is a page or runs a program.',
  why: 'What stands in `public/` is served from the address of the site. A page, a script or a drawing (SVG) with a script there could do in a reader’s browser all that the site can, and would seem to come from its publisher. Pictures, documents, tables, sound and film are served; of drawings, those that hold no scripts, no links to other files and no document type. Drawing programs call that “plain SVG”.',
  example: {
    file: 'public/images/dot.svg',
    put: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n',
    says: 'A drawing cannot hold <script>.',
  },
};
