import { testGallery } from './testing-compare.ts';

testGallery(328);
