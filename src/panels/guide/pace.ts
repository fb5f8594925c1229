// The line changes calmly: what stands there can be read before something else takes its place, and what is read aloud is less still.
import type { Advice } from './advice';

/** Nothing new before the line has stood for so long. */
const standsMs = 3000;
/** The same advice with other numbers, while training changes them. */
const numbersMs = 5000;
/** Between two announcements. */
const announceMs = 8000;

export interface Paced {
  readonly advice: Advice;
  readonly changedMs: number;
  /** It need not be read to its end: the network was being built, or the person has done what it says. */
  readonly mayChange: boolean;
  /** What a screen reader is told: it follows the advice, not its numbers. */
  readonly announced: string;
  readonly announcedId: string;
  readonly announcedMs: number;
}

export const textOf = ({ sentences }: Advice): string => sentences.join(' ');

/**
 * What stands there now, given what stood there and what could be said. The same object where nothing changes.
 * @param nowMs on any clock that does not go back
 * @param areNumbersStill nothing trains: the numbers beside the line stand, and it says the same ones
 */
export function paced(before: Paced | null, advice: Advice, nowMs: number, areNumbersStill = false): Paced {
  const shown = { advice, changedMs: nowMs, mayChange: advice.id === 'loading' };
  if (before === null) {
    // The first line is in the page when it is opened, and read with it.
    return { ...shown, announced: '', announcedId: advice.id, announcedMs: nowMs };
  }
  const stood = nowMs - before.changedMs;
  const isOther = advice.id !== before.advice.id;
  const isNewText = textOf(advice) !== textOf(before.advice);
  const areNumbersDue = areNumbersStill || stood >= numbersMs;
  const isDue = isOther ? before.mayChange || stood >= standsMs : isNewText && areNumbersDue;
  const after = isDue ? { ...before, ...shown } : before;
  const isToldNow = after.advice.id !== after.announcedId && nowMs - after.announcedMs >= announceMs;
  if (!isToldNow) return after;
  return { ...after, announced: textOf(after.advice), announcedId: after.advice.id, announcedMs: nowMs };
}
