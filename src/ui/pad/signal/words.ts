// What the pad for signals says.

export const keysHelp =
  'Left and right move along time, up and down change the value there. Shift makes larger steps. Space puts the pen down, so that the line follows, and lifts it again.';

export const notLoadedTexts = { message: 'The pad did not load.', retry: 'Try again' } as const;

export const testSampleExplanation = 'Starts from a test sample at random, to change it.';

/** @param place `at 35: 0.8` */
export function penText(place: string, isDown: boolean): string {
  return isDown ? `${place}, pen down` : place;
}
