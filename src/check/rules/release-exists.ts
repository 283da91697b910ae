import type { Rule } from './rule.ts';

export const releaseExists: Rule = {
  id: 'release-exists',
  severity: 'error',
  holds: 'Every release that a brief quotes was published.',
  why: 'A brief says under `data` which release of a data set it quotes, so that its numbers stay as they were printed. A release that is not there has no numbers. Choose one of those that the hint lists.',
  example: {
    file: 'content/briefs/everything/brief.yaml',
    find: 'share: 1.0.0',
    put: 'share: 1.2.0',
    says: 'Release 1.2.0 of “share” was never published, so nothing can be drawn from it.',
  },
};
