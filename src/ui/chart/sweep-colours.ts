// Colours of the chart of sweeps as plain numbers: what is saved as a file knows no variables of the page. The greys and the
// first four lines are those of theme/tokens.css.
import type { ThemeName } from '../colours';

export interface ChartColours {
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  readonly lines: readonly string[];
}

export const chartColours: Readonly<Record<ThemeName, ChartColours>> = {
  light: {
    ink: '#1f2430',
    muted: '#6b7080',
    grid: '#eeece6',
    surface: '#ffffff',
    lines: ['#4263d8', '#b86e00', '#0e8f83', '#a23b9a', '#c2402f', '#5f7213'],
  },
  dark: {
    ink: '#e9ebf1',
    muted: '#949bad',
    grid: '#242833',
    surface: '#191c24',
    lines: ['#8aa2ff', '#f0b04a', '#2fc4b2', '#e08bd8', '#ff8b82', '#bccb62'],
  },
};

/** The colour of the sweep at this place in the list; beyond the last they come round again. */
export function lineColour(theme: ThemeName, place: number): string {
  const { lines, muted } = chartColours[theme];
  return lines[place % lines.length] ?? muted;
}
