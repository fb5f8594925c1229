// Colours of the lines of a sweep chart. The first four are the families' of theme/tokens.css.
import type { ThemeName } from '../../colours';

const lineColours: Readonly<Record<ThemeName, readonly string[]>> = {
  light: ['#4263d8', '#b86e00', '#0e8f83', '#a23b9a', '#c2402f', '#5f7213'],
  dark: ['#8aa2ff', '#f0b04a', '#2fc4b2', '#e08bd8', '#ff8b82', '#bccb62'],
};

/** The colour of the sweep at this place in the list; beyond the last they repeat. */
export function lineColour(theme: ThemeName, place: number): string {
  const colours = lineColours[theme];
  return colours[place % colours.length] ?? 'var(--muted)';
}
