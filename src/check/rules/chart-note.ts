import type { Rule } from './rule.ts';

export const chartNote: Rule = {
  id: 'chart-note',
  severity: 'error',
  holds: 'Every note that a chart names is a note of the newest release.',
  why: 'A note under a chart is a caution that its numbers need, such as a change of method. The chart names it as `data-set/note`, and the release has its text under `notes`. Correct the name, or take it out if the caution no longer applies.',
  example: {
    file: 'content/charts/lines/chart.vl.json',
    find: '"share/break"',
    put: '"share/brake"',
    says: 'There is no note “share/brake”.',
  },
};
