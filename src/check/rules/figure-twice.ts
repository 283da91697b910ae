import { foundAt, textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

export const figureTwice: Rule = {
  id: 'figure-twice',
  severity: 'error',
  holds: 'A chart or a table stands once in a text.',
  why: 'Each has a number and an address of its own in the brief, made of its id. Where it is to be seen again, point at it with `<Reference to="…" />`; a second table needs another id.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<Chart id="bars" />',
    put: '<Chart id="lines" />',
    says: '“lines” stands in line 17 already.',
  },
  *check(site) {
    for (const { translation } of textsOf(site)) {
      const first = new Map<string, number>();
      for (const use of translation.document.uses) {
        const id = use.attributes.get('id');
        if ((use.name !== 'Chart' && use.name !== 'DataTable') || id === undefined) continue;
        const line = first.get(id);
        if (line === undefined) first.set(id, use.at.line);
        else
          yield foundAt(
            translation,
            use,
            `“${id}” stands in line ${line} already.`,
            `Point at it with <Reference to="${id}" />, or take one of the two out.`,
          );
      }
    }
  },
};
