// The line changes calmly: what stands there can be read before something else takes its place, and what is read aloud is less still.
import type { Advice } from './advice';

/** Nothing new before the line has stood for so long. */
const standsMs = 3000;
/** The same advice with other numbers. */
const numbersMs = 5000;
/** Between two announcements. */
const announceMs = 8000;

export interface Paced {
  readonly advice: Advice;
  readonly changedMs: number;
  /** What a screen reader is told: it follows the advice, not its numbers. */
  readonly announced: string;
  readonly announcedId: string;
  readonly announcedMs: number;
}

export const textOf = ({ sentences }: Advice): string => sentences.join(' ');

/**
 * What stands there now, given what stood there and what could be said. The same object where nothing changes.
 * @param nowMs on any clock that does not go back
 */
export function paced(before: Paced | null, advice: Advice, nowMs: number): Paced {
  if (before === null) {
    // The first line is in the page when it is opened, and read with it.
    return { advice, changedMs: nowMs, announced: '', announcedId: advice.id, announcedMs: nowMs };
  }
  const stood = nowMs - before.changedMs;
  const isOther = advice.id !== before.advice.id;
  const isNewText = textOf(advice) !== textOf(before.advice);
  const isDue = isOther ? stood >= standsMs : isNewText && stood >= numbersMs;
  const shown = isDue ? { advice, changedMs: nowMs } : before;
  const isToldNow = shown.advice.id !== before.announcedId && nowMs - before.announcedMs >= announceMs;
  if (!isDue && !isToldNow) return before;
  return isToldNow
    ? {
        advice: shown.advice,
        changedMs: shown.changedMs,
        announced: textOf(shown.advice),
        announcedId: shown.advice.id,
        announcedMs: nowMs,
      }
    : { ...before, advice: shown.advice, changedMs: shown.changedMs };
}
