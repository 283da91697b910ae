import type { Rule } from './rule.ts';

export const dataTable: Rule = {
  id: 'data-table',
  severity: 'error',
  holds: 'Every `<DataTable>` finds a row for all that it lists, and one row for each cell.',
  why: 'A value without rows would be left out in silence, and of several rows that fit one cell none may be guessed. Write fields and values as the release has them. Where several rows fit, add the attribute that tells them apart, such as `group="old"`.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    find: '<DataTable id="shares" data="share" rows="year" columns="place" place="KHM, LAO" year="2020, 2021"',
    put: '<DataTable id="shares" data="share" rows="year" columns="place" place="KHM, LAO" year="2020, 2031"',
    says: 'No row of “share” has year 2031.',
  },
};
