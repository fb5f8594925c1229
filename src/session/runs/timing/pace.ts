// How fast something goes, measured here: runs that take turns cannot tell by their own speed.

interface Moment {
  /** On the page's clock. */
  readonly atMs: number;
  /** Steps or images. */
  readonly done: number;
}

export interface Pace {
  /** Where measuring began. */
  readonly first: Moment | null;
  /** Some moments of the last seconds, oldest first. */
  readonly recent: readonly Moment[];
}

export const noPace: Pace = { first: null, recent: [] };

export const windowMs = 8000;
const everyMs = 250;

/** Before this nothing is said: the first steps are slow. */
const leastMs = 1000;

/** The pace with what has been reached now. Moments that come quickly after each other are one. */
export function withMoment({ first, recent }: Pace, atMs: number, done: number): Pace {
  const last = recent.at(-1);
  const before = recent.at(-2);
  const moment = { atMs, done };
  // The newest always counts; the one before it gives way while it is too near to its own.
  const kept = last && before && last.atMs - before.atMs < everyMs ? recent.slice(0, -1) : recent;
  return {
    first: first ?? moment,
    recent: [...kept, moment].filter((one) => atMs - one.atMs <= windowMs),
  };
}

/** How much in a second over the last seconds, or null while too little is known. */
export function ratePerSecond({ recent }: Pace): number | null {
  return rateBetween(recent[0], recent.at(-1));
}

/** The rates of the last seconds and of the whole time, the smaller first: one tells of now, the other of what interrupts. */
export function rateRange(pace: Pace): { slow: number; fast: number } | null {
  const now = ratePerSecond(pace);
  const always = rateBetween(pace.first ?? undefined, pace.recent.at(-1));
  return now === null || always === null
    ? null
    : { slow: Math.min(now, always), fast: Math.max(now, always) };
}

function rateBetween(first: Moment | undefined, last: Moment | undefined): number | null {
  if (!first || !last || last.atMs - first.atMs < leastMs) return null;
  const rate = (1000 * (last.done - first.done)) / (last.atMs - first.atMs);
  return rate > 0 ? rate : null;
}
