// The way of a drawing to the engine. While two are unanswered only the newest waits, so that nothing queues up behind a
// quick hand (two, not one: the engine takes the newest it has heard of between two steps); every drawing's way from the pad to the screen is measured as `drawing` in the performance timeline.
import type { DrawingForm, Ink } from '../core/drawing';
import type { SampleShape } from '../core/samples';
import { toDrawingForm } from '../data/drawing-form';

/** Drawings that may be unanswered at a time. */
const mostUnderWay = 2;

/** A drawing that is not answered for so long (the engine is building) does not hold up the next. */
const patienceMs = 1000;

/** What a drawing has to become, which depends on the data set. */
export interface DrawingTarget {
  readonly shape: SampleShape;
  readonly form: DrawingForm;
}

export interface DrawingFeed {
  /** The ink on the pad now; null when it was cleared. */
  draw(ink: Ink | null): void;
  /** The ink on the pad, as last given. */
  ink(): Ink | null;
  /** A run has started, or the data set is another: the same ink is brought to its form and sent again. */
  retarget(target: DrawingTarget): void;
  /** The engine has answered drawing `id`. */
  answered(id: number): void;
}

/** @param send tells the engine; `pixels` is null when there is no drawing */
export function createDrawingFeed(send: (id: number, pixels: Uint8Array | null) => void): DrawingFeed {
  let lastId = 0;
  let ink: Ink | null = null;
  let target: DrawingTarget | null = null;
  let underWay: { id: number; sentAt: number }[] = [];
  let waiting = false;
  let drawnAt: { id: number; at: number }[] = [];

  function sendNow(): void {
    waiting = false;
    if (target === null) return;
    const pixels = ink && toDrawingForm(ink, target.shape, target.form);
    if (pixels === null) {
      underWay = [];
      drawnAt = [];
    } else underWay.push({ id: lastId, sentAt: performance.now() });
    send(lastId, pixels);
  }

  return {
    draw(drawn) {
      ink = drawn;
      lastId++;
      const now = performance.now();
      drawnAt.push({ id: lastId, at: now });
      underWay = underWay.filter(({ sentAt }) => now - sentAt < patienceMs);
      if (drawn !== null && underWay.length >= mostUnderWay) waiting = true;
      else sendNow();
    },
    ink: () => ink,
    retarget(next) {
      target = next;
      // What was under way went to the run before.
      underWay = [];
      drawnAt = [];
      if (ink !== null) sendNow();
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
