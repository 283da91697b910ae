import type { Rule } from './rule.ts';

export const topicUnknown: Rule = {
  id: 'topic-unknown',
  severity: 'error',
  holds: 'Every topic of a brief is listed in `site.yaml`.',
  why: 'Readers find briefs by their topics, and a topic that is spelt in two ways would divide them. Choose one of the list, or add a new one under `topics` in `site.yaml`, with its name in the words of the site.',
  example: {
    file: 'content/briefs/everything/brief.yaml',
    find: 'topics: [money]',
    put: 'topics: [monye]',
    says: '“monye” is no topic of site.yaml.',
  },
};
