export { type DrawnChart, type Edition, makeEdition } from './edition.ts';
