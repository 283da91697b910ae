import { expect, test } from 'vitest';
import { secondsBelow } from './processes.ts';

const stat = (pid: number, parent: number, name: string, times: string) =>
  `${pid} (${name}) S ${parent} 1 1 0 -1 4194560 100 0 0 0 ${times} 20 0 1 0 5 1000 10\n`;

test('processor time counts for all processes below one, with what ended below them, and for no other', () => {
  const stats = [
    stat(10, 1, 'node', '900 100 0 0'),
    stat(11, 10, 'chromium (main) x', '100 50 0 0'),
    stat(12, 11, 'renderer', '200 0 25 25'),
    stat(20, 1, 'other', '5000 0 0 0'),
    '',
  ];
  expect(secondsBelow(stats, 10)).toBe(4);
});
