import { watchFigures } from './figures.ts';
import { offerAids } from './reading-aids.ts';

offerAids();
watchFigures();
