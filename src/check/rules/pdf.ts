import type { Rule } from './rule.ts';

export const pdf: Rule = {
  id: 'pdf',
  severity: 'error',
  holds: 'Every PDF gives back its text, and has its tags, title, language, fonts and files.',
  why: 'A PDF is what libraries and offices keep. Each is opened again by another program than the one that made it (PDFium), and its words are held against those of the page: readers who search it, copy from it or have it read aloud must find them all. If the text is as it should be, report it as a fault of Sala.',
  example: {
    file: 'content/briefs/everything/en.mdx',
    put: '\nA passage that the printed file does not give back.\n',
    says: 'The PDF of this text is not fit to be published: Only 99.0% of its words come back out; lost are “passage”, “printed”.',
  },
};
