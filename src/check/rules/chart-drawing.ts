import type { Rule } from './rule.ts';

export const chartDrawing: Rule = {
  id: 'chart-drawing',
  severity: 'error',
  holds: 'Every chart can be drawn, in each language and from each release that is quoted.',
  why: 'Some mistakes show only when a chart is drawn: parts that are right each by itself and do not go together. Vega would leave one of them out; the build stops instead. The message is that of Vega, which draws the charts.',
  example: {
    file: 'content/charts/bars/chart.vl.json',
    find: '"aggregate": "sum"',
    put: '"aggregate": "sum",\n      "stack": "zero",\n      "scale": { "type": "log" }',
    says: 'This chart cannot be drawn: Stack is applied to a non-linear scale (log).',
  },
};
