// Colours of the classes on maps and legends. Found by a search that started from a familiar ten-colour scheme and moved
// each colour as little as possible until every pair was at least 12 apart (CIEDE2000) for normal sight and for
// protanopia, deuteranopia and tritanopia (Machado et al. 2009). colours.test.ts holds them to it.

export type ThemeName = 'light' | 'dark';

/** Ten colours for classes 0 to 9, per theme. */
export const classColours: Readonly<Record<ThemeName, readonly string[]>> = {
  light: [
    '#1555bd',
    '#e3b70d',
    '#fb3016',
    '#438b73',
    '#8fc07f',
    '#fc74c5',
    '#9f5df9',
    '#75c2fc',
    '#744c39',
    '#767c8e',
  ],
  dark: [
    '#3a59cb',
    '#fcce2e',
    '#f76638',
    '#458d73',
    '#4ad287',
    '#fc92b9',
    '#af6cfc',
    '#b8d6fb',
    '#835c3b',
    '#7a7d8f',
  ],
};

/**
 * `count` colours for `count` classes. Beyond ten the colours come round again: colour alone cannot tell so many classes
 * apart, and the class name beside it has to.
 */
export function coloursForClasses(count: number, theme: ThemeName): string[] {
  const colours = classColours[theme];
  return Array.from({ length: count }, (_, index) => colours[index % colours.length] ?? '#808080');
}
