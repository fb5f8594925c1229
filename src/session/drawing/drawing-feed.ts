// The way of a drawing to the engine. While two are unanswered only the newest waits, so that nothing queues up behind a
// quick hand (two, not one: the engine takes the newest it has heard of between two steps); every drawing's way from the pad to the screen is measured as `drawing` in the performance timeline.
import type { Drawn } from '../../core/samples/drawing';
import { drawnSample, type DrawingTarget } from '../../data/drawing/drawn-sample';

type Pixels = Uint8Array | Float32Array;

/** Drawings that may be unanswered at a time. */
const mostUnderWay = 2;

/** A drawing that is not answered for so long (the engine is building) does not hold up the next. */
const patienceMs = 1000;

export interface DrawingFeed {
  /** What is on the pad now; null when it was cleared. */
  readonly draw: (drawn: Drawn | null) => void;
  /** What is on the pad, as last given. */
  readonly drawn: () => Drawn | null;
  /** A run has started, or the data set is another: the same is brought to its form and sent again. */
  readonly retarget: (target: DrawingTarget) => void;
  /** The engine has answered drawing `id`. */
  readonly answered: (id: number) => void;
}

/** @param send tells the engine; `pixels` is null when there is no drawing */
export function createDrawingFeed(send: (id: number, pixels: Pixels | null) => void): DrawingFeed {
  let lastId = 0;
  let drawn: Drawn | null = null;
  let target: DrawingTarget | null = null;
  let underWay: { id: number; sentAt: number }[] = [];
  let waiting = false;
  let drawnAt: { id: number; at: number }[] = [];

  function sendNow(): void {
    waiting = false;
    if (target === null) return;
    const pixels = drawn && drawnSample(drawn, target);
    if (pixels === null) {
      underWay = [];
      drawnAt = [];
    } else underWay.push({ id: lastId, sentAt: performance.now() });
    send(lastId, pixels);
  }

  return {
    draw(next) {
      drawn = next;
      lastId++;
      const now = performance.now();
      drawnAt.push({ id: lastId, at: now });
      underWay = underWay.filter(({ sentAt }) => now - sentAt < patienceMs);
      if (next !== null && underWay.length >= mostUnderWay) waiting = true;
      else sendNow();
    },
    drawn: () => drawn,
    retarget(next) {
      target = next;
      // What was under way went to the run before.
      underWay = [];
      drawnAt = [];
      if (drawn !== null) sendNow();
    },
    answered(id) {
      const shown = drawnAt.filter((drawing) => drawing.id <= id);
      drawnAt = drawnAt.filter((drawing) => drawing.id > id);
      if (shown.length > 0) measureOnceShown(shown.map(({ at }) => at));
      underWay = underWay.filter((sent) => sent.id > id);
      if (waiting && underWay.length < mostUnderWay) sendNow();
    },
  };
}

/** The answer is on the screen after the next frame; in a hidden tab it never is, and nothing is measured. */
function measureOnceShown(starts: readonly number[]): void {
  if (typeof requestAnimationFrame === 'undefined') return;
  requestAnimationFrame(() => {
    const end = performance.now();
    for (const start of starts) performance.measure('drawing', { start, end });
  });
}
