/** A colour of charts: what it is for, the CSS variable that carries it, and its value on each ground. */
export interface PaletteColour {
  role: 'place' | 'region' | 'ink' | 'mutedInk' | 'grid' | 'axis' | 'ground';
  variable: `--chart-${string}`;
  light: string;
  dark: string;
}

const colour = (role: PaletteColour['role'], name: string, light: string, dark: string): PaletteColour => ({
  role,
  variable: `--chart-${name}`,
  light,
  dark,
});

/**
 * The one palette. Charts are drawn in the light values, which then give way to
 * the variables; each light value therefore occurs once. The hues differ for
 * common colour-vision deficiencies, the first three also in grey (see the tests).
 */
export const chartPalette: readonly PaletteColour[] = [
  colour('place', '1', '#0b5c7a', '#5fb8dc'),
  colour('place', '2', '#c4460c', '#e9693a'),
  colour('place', '3', '#5c1650', '#f6d0f0'),
  colour('place', '4', '#5e4b00', '#e8c53f'),
  colour('place', '5', '#2b8452', '#9ee0b0'),
  colour('place', '6', '#23297a', '#7f84dc'),
  colour('region', 'region-1', '#50585f', '#aab2b9'),
  colour('region', 'region-2', '#6e767d', '#858d95'),
  colour('region', 'region-3', '#2f363c', '#d5dade'),
  colour('ink', 'ink', '#1a1f24', '#e9ecee'),
  colour('mutedInk', 'muted', '#565e66', '#a3abb2'),
  colour('grid', 'grid', '#e4e7ea', '#2b3238'),
  colour('axis', 'axis', '#8b949c', '#69727a'),
  colour('ground', 'ground', '#ffffff', '#12171b'),
];

const lightOf = (role: PaletteColour['role']): string[] =>
  chartPalette.filter((each) => each.role === role).map(({ light }) => light);

/** The light values by role, as charts are drawn in them. */
export const drawn = {
  places: lightOf('place'),
  regions: lightOf('region'),
  ink: lightOf('ink')[0] as string,
  muted: lightOf('mutedInk')[0] as string,
  grid: lightOf('grid')[0] as string,
  axis: lightOf('axis')[0] as string,
  ground: lightOf('ground')[0] as string,
};

/** The CSS of the palette: light, dark by preference or by the page's choice, and light again on paper. */
export function chartStyles(): string {
  const values = (ground: 'light' | 'dark') =>
    chartPalette.map((each) => `${each.variable}:${each[ground]}`).join(';');
  return [
    `:root{${values('light')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${values('dark')}}}`,
    `:root[data-theme=dark]{${values('dark')}}`,
    // Readers who choose their own colours get them for all but the series, which only a colour or a dash tells apart.
    '@media (forced-colors:active){:root:root{--chart-ink:CanvasText;--chart-muted:CanvasText;--chart-grid:GrayText;--chart-axis:CanvasText;--chart-ground:Canvas}}',
    `@media print{:root:root:root{${values('light')}}}`,
    '.chart-svg{max-width:100%;height:auto}',
    '.chart-svg text{unicode-bidi:plaintext}',
  ].join('\n');
}
