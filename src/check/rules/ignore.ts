import type { Rule } from './rule.ts';

export const ignore: Rule = {
  id: 'ignore',
  severity: 'error',
  holds: 'Whatever is let pass names a rule that there is, says why, and is still needed.',
  why: 'A comment `sala-ignore RULE: reason`, or an entry under `check` in `site.yaml`, lets a finding pass or changes how grave it is. With a name that is misspelt it does nothing, without a reason nobody dares to take it out, and one that is no longer needed would hide the next mistake. Rules without which a site cannot be read stay errors.',
  example: {
    file: 'content/site/site.yaml',
    find: 'topics: [money]',
    put: 'topics: [money]\ncheck:\n  rules:\n    acent-contrast: warning',
    says: 'There is no rule “acent-contrast”.',
  },
};
