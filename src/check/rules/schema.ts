import type { Rule } from './rule.ts';

export const schema: Rule = {
  id: 'schema',
  severity: 'error',
  holds: 'Every file has the keys that its kind of file needs, no others, and values of the right form.',
  why: 'A key that is misspelt would be passed over in silence, and a date or an address of the wrong form would be printed as it is. docs/content.md shows each kind of file with all its keys. An editor that knows JSON Schema completes and checks them while you type.',
  example: {
    file: 'content/briefs/everything/brief.yaml',
    find: 'topics: [money]',
    put: 'topic: [money]',
    says: 'Unknown key “topic”.',
  },
};
