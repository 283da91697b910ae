import { testGallery } from './testing-compare.ts';

testGallery(680);
