import { foundAt, textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const footnoteUnused: Rule = {
  id: 'footnote-unused',
  severity: 'warning',
  holds: 'Every footnote is used in the text.',
  why: 'A footnote that nothing points at is not shown. Put its mark, such as `[^note]`, where it belongs, or take the footnote out.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    put: '\n[^other]: Nobody sees this.\n',
    says: 'Nothing in the text points at the footnote [^other].',
  },
  *check(site) {
    for (const { translation } of textsOf(site)) {
      const { blocks } = translation.document;
      const used = new Set(
        blocks.flatMap(({ pieces }) => pieces.flatMap((each) => (each.kind === 'footnote' ? [each.id] : []))),
      );
      const reported = new Set<string>();
      for (const block of blocks) {
        const id = /^footnote (.*)$/.exec(block.inside[0] ?? '')?.[1];
        if (id === undefined || used.has(id) || reported.has(id)) continue;
        reported.add(id);
        yield foundAt(
          translation,
          block,
          `Nothing in the text points at the footnote [^${id}].`,
          `Write [^${id}] where it belongs, or take the footnote out.`,
        );
      }
    }
  },
};
