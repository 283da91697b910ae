import type { Rule } from './rule.ts';

export const mapGeometry: Rule = {
  id: 'map-geometry',
  severity: 'error',
  holds: 'A map is TopoJSON: its arcs are there, its outlines close, and its positions lie on the globe.',
  why: 'A map whose arcs are missing or whose outlines are open is drawn wrongly or not at all, and positions that are not degrees of longitude and latitude put a country into the sea. A map is brought in by `npm run data -- import`, which writes it as it must be.',
  example: {
    file: 'data/share/1.1.0.json',
    as: 'data/share/1.2.0.json',
    find: '"schema": {',
    put: '"format": "topojson",\n  "schema": {',
    says: 'The release says that it is a map, and has rows.',
  },
};
