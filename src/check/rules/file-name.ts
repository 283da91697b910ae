import type { Rule } from './rule.ts';

export const fileName: Rule = {
  id: 'file-name',
  severity: 'error',
  holds: 'Files have names that every system can have, and that look like what they are.',
  why: 'A name with a character that cannot be seen, or that turns the direction of writing, looks like another. Windows and macOS cannot keep `Map.png` beside `map.png`, and Windows no file called `con` or with a colon in its name: the site could not be copied there. Letters, digits, hyphens and points are safe.',
  example: {
    file: 'content/glossary/nul.yaml',
    put: 'note: a file that Windows cannot have\n',
    says: '“nul.yaml” is no name that a file can have on every system.',
  },
};
