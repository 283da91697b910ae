import { expect, test } from 'vitest';
import { fidelity } from './fidelity.ts';

const lao = 'ໃນປີ 2022 ຄົວເຮືອນຈ່າຍເງິນ ຈຳນວນຫຼາຍ';

test('a text that comes back whole is whole, whatever its spaces and forms', () => {
  expect(fidelity([lao], lao, 'lo').share).toBe(1);
  expect(fidelity([lao], lao.replaceAll('', ' '), 'lo').share).toBe(1);
  expect(fidelity([lao], lao.normalize('NFKD'), 'lo').share).toBe(1);
});

test('heads and feet of pages between the words do no harm', () => {
  const text = 'The share fell over the years and then it rose again in all of the provinces';
  const extracted = `${text.slice(0, 29)}\nSala Example Office Page 1 of 12\nThe short title of this brief, Section\n${text.slice(29)}`;
  expect(fidelity([text], extracted, 'en').share).toBe(1);
});

test('lost, changed and moved words count', () => {
  const text = 'one two three four five six seven eight nine ten';
  expect(fidelity([text], text.replace(' four', ''), 'en')).toEqual({ share: 0.9, missing: ['four'] });
  expect(fidelity([lao], lao.replaceAll('ຈ່າຍ', 'ຈາຍ'), 'lo').share).toBeLessThan(1);
  expect(fidelity(['alpha beta gamma'], 'gamma beta alpha', 'en').share).toBeLessThan(0.7);
});

test('of a sentence that comes twice, one may be cut in two by the end of a sheet', () => {
  const sentence = 'Nothing else was compared here. ';
  const texts = [sentence, 'Between both stands another text.', sentence];
  const extracted = `Nothing else was\n5\ncompared here. ${texts[1]} ${sentence}`;
  expect(fidelity(texts, extracted, 'en').share).toBe(1);
});

test('a word cut in two takes no others with it, though it comes again further on', () => {
  const text = 'Reorganisation alone does not bring down what households pay; reorganisation takes years';
  const extracted = text.toLowerCase().replace('reorgani', 'reorga\n5\nni');
  expect(fidelity([text.toLowerCase()], extracted, 'en').missing).toEqual(['reorganisation']);
});

test('a lost word that comes again further on takes no other words with it', () => {
  const text = 'The share of those insured fell, and then, as some had feared, the share rose again';
  const extracted = text.replace('share', 'sh\n5\nare');
  expect(fidelity([text], extracted, 'en').missing).toEqual(['share']);
});

test('words of a passage in two directions may come in the order in which they are seen', () => {
  const text = 'They said العدد صغير جدا and left';
  const seen = 'They said جدا صغير العدد and left';
  expect(fidelity([text], seen, 'en').share).toBe(1);
  expect(fidelity([text], seen.replace('صغير ', ''), 'en').missing).toEqual(['صغير']);
});
