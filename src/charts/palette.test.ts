import { describe, expect, test } from 'vitest';
import { chartPalette, chartStyles } from './palette.ts';

type Colour = [number, number, number];
const linear = (hex: string): Colour =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Colour;
const times = (matrix: number[], [r, g, b]: Colour): Colour =>
  [0, 3, 6].map(
    (row) => (matrix[row] ?? 0) * r + (matrix[row + 1] ?? 0) * g + (matrix[row + 2] ?? 0) * b,
  ) as Colour;
const oklab = (colour: Colour): Colour => {
  const cones = times([0.4122, 0.5363, 0.0514, 0.2119, 0.6807, 0.1074, 0.0883, 0.2817, 0.63], colour).map(
    (part) => Math.cbrt(Math.max(0, part)),
  );
  return times([0.2105, 0.7936, -0.0041, 1.978, -2.4286, 0.4506, 0.0259, 0.7828, -0.8087], cones as Colour);
};
// Machado, Oliveira and Fernandes 2009, severity 1.
const sights: Record<string, number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.1523, 1.0526, -0.2049, 0.1145, 0.7863, 0.0992, -0.0039, -0.0481, 1.052],
  deuteranopia: [0.3673, 0.8606, -0.228, 0.2801, 0.6725, 0.0474, -0.0118, 0.0429, 0.9689],
};
const luminance = (hex: string) =>
  linear(hex).reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};
const of = (role: string, ground: 'light' | 'dark') =>
  chartPalette.filter((each) => each.role === role).map((each) => each[ground]);
const pairs = (colours: string[]) =>
  colours.flatMap((a, index) => colours.slice(0, index).map((b): [string, string] => [a, b]));

describe.each(['light', 'dark'] as const)('on the %s ground', (ground) => {
  const [paper = ''] = of('ground', ground);
  const places = of('place', ground);

  test('text, and the marks that carry names in their colour, can be read', () => {
    for (const colour of [
      ...of('ink', ground),
      ...of('mutedInk', ground),
      ...places,
      ...of('region', ground),
    ]) {
      expect(contrast(colour, paper), colour).toBeGreaterThanOrEqual(4.5);
    }
    for (const colour of of('axis', ground))
      expect(contrast(colour, paper), colour).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(sights))('colours of places differ in %s', (sight) => {
    const seen = (hex: string) => oklab(times(sights[sight] ?? [], linear(hex)));
    const distance = (a: string, b: string) =>
      100 * Math.hypot(...seen(a).map((part, index) => part - (seen(b)[index] ?? 0)));
    for (const [a, b] of pairs(places)) expect(distance(a, b), `${a} ${b}`).toBeGreaterThan(5.5);
    for (const [a, b] of pairs(places.slice(0, 3))) expect(distance(a, b), `${a} ${b}`).toBeGreaterThan(9.5);
  });

  test('the first three places, and the regions, differ in lightness too', () => {
    const lightness = (hex: string) => 100 * oklab(linear(hex))[0];
    for (const [a, b] of [...pairs(places.slice(0, 3)), ...pairs(of('region', ground))]) {
      expect(Math.abs(lightness(a) - lightness(b)), `${a} ${b}`).toBeGreaterThan(6);
    }
  });
});

test('each colour has a variable and a light value of its own', () => {
  expect(new Set(chartPalette.map(({ light }) => light)).size).toBe(chartPalette.length);
  expect(new Set(chartPalette.map(({ variable }) => variable)).size).toBe(chartPalette.length);
});

test('the style sheet knows both grounds and paper', () => {
  expect(chartStyles()).toContain(':root{--chart-1:#0b5c7a;');
  expect(chartStyles()).toContain(':root[data-theme=dark]{--chart-1:#5fb8dc;');
  expect(chartStyles()).toContain('@media print{:root:root:root{--chart-1:#0b5c7a;');
});
