import { foundAt, textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const headingLevels: Rule = {
  id: 'heading-levels',
  severity: 'warning',
  holds: 'Headings begin with ##, and none is more than one level below the one before.',
  why: 'Readers who cannot see the page find their way by the levels of headings, and so does the contents list. The title of the brief is level 1, so that a text begins with `##`; below it comes `###`, not `####`.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '### A smaller heading',
    put: '#### A smaller heading',
    says: 'The heading “A smaller heading” jumps from level 2 to level 4.',
  },
  *check(site) {
    for (const { translation } of textsOf(site)) {
      let before = 1;
      for (const heading of translation.document.headings) {
        const { depth, text } = heading;
        if (depth === 1)
          yield foundAt(
            translation,
            heading,
            `The heading “${text}” has level 1, which is the title's.`,
            'Write ## before it.',
          );
        else if (depth > before + 1)
          yield foundAt(
            translation,
            heading,
            `The heading “${text}” jumps from level ${before} to level ${depth}.`,
            `Write ${'#'.repeat(before + 1)} before it.`,
          );
        before = depth;
      }
    }
  },
};
