import { foundAt } from '../texts.ts';
import type { Rule } from './rule.ts';

export const headingTwice: Rule = {
  id: 'heading-twice',
  severity: 'warning',
  holds: 'No two headings of a text are the same.',
  why: 'The address of a section is made of its heading. Where two are the same, the second gets a number at its end, and links to it lead elsewhere when a third is put between them. In a contents list nobody can tell them apart.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '## Charts',
    put: '## Numbers & signs',
    says: 'The heading “Numbers & signs” stands in line 13 already.',
  },
  *check({ briefs }) {
    for (const { source } of briefs) {
      const first = new Map<string, number>();
      for (const heading of source.document.headings) {
        const key = heading.text.trim().toLowerCase();
        const line = first.get(key);
        if (line === undefined) first.set(key, heading.at.line);
        else
          yield foundAt(
            source,
            heading,
            `The heading “${heading.text}” stands in line ${line} already.`,
            'Say in the heading what sets this section apart.',
          );
      }
    }
  },
};
