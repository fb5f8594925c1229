// How fast the four go together, measured here over the last seconds: they take turns, so no one's own speed tells.

/** Steps made by all of them at some moments of the page's clock, oldest first. */
export type Pace = readonly { readonly atMs: number; readonly steps: number }[];

export const windowMs = 8000;
const everyMs = 250;

/** Before this nothing is said: the first steps are slow. */
const leastMs = 1000;

/** The pace with what has been reached now. Moments that come quickly after each other are one. */
export function withMoment(pace: Pace, atMs: number, steps: number): Pace {
  const last = pace.at(-1);
  const before = pace.at(-2);
  const moment = { atMs, steps };
  // The newest always counts; the one before it gives way while it is too near to its own.
  const kept = last && before && last.atMs - before.atMs < everyMs ? pace.slice(0, -1) : pace;
  return [...kept, moment].filter((one) => atMs - one.atMs <= windowMs);
}

/** Steps in a second, or null while too little is known. */
export function stepsPerSecond(pace: Pace): number | null {
  const [first, last] = [pace[0], pace.at(-1)];
  if (!first || !last || last.atMs - first.atMs < leastMs) return null;
  const rate = (1000 * (last.steps - first.steps)) / (last.atMs - first.atMs);
  return rate > 0 ? rate : null;
}

/** `35 s`, `2 min 10 s`, `12 min`: as exact as an estimate deserves. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${Math.max(1, Math.ceil(seconds))} s`;
  const rounded = 5 * Math.ceil(seconds / 5);
  const minutes = Math.floor(rounded / 60);
  if (minutes === 0) return `${rounded} s`;
  return minutes >= 5 || rounded % 60 === 0
    ? `${Math.round(rounded / 60)} min`
    : `${minutes} min ${rounded % 60} s`;
}
