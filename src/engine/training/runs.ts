// The runs in the worker: the main run and the runs beside it, all on one data set. They take turns, one slice of work each,
// and show the same images and the same drawing.
import type { Focus, View } from '../../core/engine-api/looking';
import type { Checkpoint } from '../../core/run/checkpoint';
import { sampleSize } from '../../core/samples/samples';
import type { Drawing, ViewState } from '../views/view-contract';
import type { TrainingRun } from './training-run';
import type { RunId } from '../../core/run/stamp';

/** The state from which a run is rebuilt after a change of backend. */
export interface SuspendedRun {
  runId: RunId;
  checkpoint: Checkpoint;
  isMain: boolean;
  /** Until when it was training, as `play` takes it; null when it was not. */
  playTo: TrainingRun['until']['given'] | null;
}

/** Owns the runs. */
export class Runs {
  /** Oldest first. */
  #all: TrainingRun[] = [];
  #main: TrainingRun | null = null;
  /** Index of the run whose turn it is. */
  #turn = 0;
  #shown: ViewState = {
    focus: null,
    drawing: null,
    pick: 0,
    seen: new Set(['pictures', 'map', 'drawing']),
  };

  find(runId: RunId): TrainingRun | null {
    return this.#all.find(({ id }) => id === runId) ?? null;
  }

  add(run: TrainingRun, isMain: boolean): void {
    this.#all.push(run);
    if (isMain) this.#main = run;
    this.#watch(run);
  }

  /** Does one short slice of work for the run whose turn it is; false when every run is idle. */
  async work(): Promise<boolean> {
    for (const run of this.#all) this.#watch(run);
    for (let tried = 0; tried < this.#all.length; tried++) {
      const run = this.#all[this.#turn % this.#all.length];
      this.#turn = (this.#turn + 1) % this.#all.length;
      if (await run?.work()) return true;
    }
    return false;
  }

  /** Shows the same ten new images in every run. */
  showOthers(): void {
    this.#shown = { ...this.#shown, pick: this.#shown.pick + 1, focus: null };
    for (const run of this.#all) run.observer?.showOthers();
  }

  /** Runs added from now on show the first ten images again. */
  showFirst(): void {
    this.#shown.pick = 0;
  }

  setFocus(focus: Focus): void {
    this.#shown.focus = focus;
    for (const { observer } of this.#all) {
      if (focus.kind === 'drawing' || observer?.has(focus.index)) observer?.setFocus(focus);
    }
  }

  setDrawing(drawing: Drawing | null): void {
    this.#shown.drawing = drawing;
    for (const run of this.#all) {
      if (drawing) run.pulls.attend();
      run.observer?.setDrawing(this.#drawingFor(run));
    }
  }

  setSeen(views: readonly View[]): void {
    this.#shown.seen = new Set(views);
    for (const { observer } of this.#all) observer?.setSeen(this.#shown.seen);
  }

  async end(runId: RunId): Promise<void> {
    const run = this.find(runId);
    this.#all = this.#all.filter((other) => other !== run);
    if (this.#main === run) this.#main = null;
    await run?.dispose();
  }

  async endAll(): Promise<void> {
    for (const { id } of this.#all) await this.end(id);
  }

  /** Ends all runs and returns the state to rebuild them from, oldest first. */
  async suspendAll(): Promise<SuspendedRun[]> {
    const suspended: SuspendedRun[] = [];
    for (const run of this.#all) {
      suspended.push({
        runId: run.id,
        checkpoint: await run.checkpoint(),
        isMain: run === this.#main,
        playTo: run.training ? run.until.given : null,
      });
    }
    await this.endAll();
    return suspended;
  }

  #watch(run: TrainingRun): void {
    run.observe({ ...this.#shown, drawing: this.#drawingFor(run) });
  }

  /** The drawing, if it matches the sample size of the run. */
  #drawingFor({ network }: TrainingRun): Drawing | null {
    const { drawing } = this.#shown;
    return drawing?.pixels.length === sampleSize(network.shape) ? drawing : null;
  }
}
