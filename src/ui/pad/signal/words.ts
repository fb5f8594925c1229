// What the pad for signals says.

import { t } from '@lingui/core/macro';
export const keysHelp = t`Left and right move along time, up and down change the value there. Shift makes larger steps. Space puts the pen down, so that the line follows, and lifts it again.`;

export const notLoadedTexts = { message: t`The pad did not load.`, retry: t`Try again` } as const;

export const testSampleExplanation = t`Starts from a random test sample, for you to change.`;

/** @param place `at 35: 0.8` */
export function penText(place: string, isDown: boolean): string {
  return isDown ? t`${place}, pen down` : place;
}
