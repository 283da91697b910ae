import type { Rule } from './rule.ts';

export const versionUnknown: Rule = {
  id: 'version-unknown',
  severity: 'error',
  holds: 'A version is kept only of what the history names.',
  why: 'A folder under `versions/` is the text of a brief before its present version. If the history knows nothing of it, readers never see it. Say in `brief.yaml` what came after it, or take the folder away.',
  example: {
    file: 'content/briefs/everything/versions/1/brief.yaml',
    put: 'kind: country-comparison\n',
    says: '“1” is no earlier version of this brief, whose present version is 1.',
  },
};
