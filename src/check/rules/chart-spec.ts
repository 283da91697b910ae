import type { Rule } from './rule.ts';

export const chartSpec: Rule = {
  id: 'chart-spec',
  severity: 'error',
  holds: 'Every chart is a Vega-Lite specification whose parts all are known.',
  why: 'Vega-Lite passes over what it does not know and draws another chart than was meant. Correct the part that is named; the hint lists what can stand there, and https://vega.github.io/vega-lite/docs/ explains it.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"mark": "bar"',
    put: '"mark": "bra"',
    says: '“mark” cannot be “bra”.',
  },
};
