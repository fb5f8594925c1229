// The runs that are alive: the main one and those beside it, all on one data set. They work in turns, a piece each, and
// show the same images and the same drawing.
import type { Checkpoint, Focus, View } from '../core/engine-api';
import { sampleSize } from '../core/samples';
import type { Drawing, Shown } from './observed';
import type { TrainingRun } from './training-run';

/** What a run can be built up from again. */
export interface TakenDown {
  runId: number;
  checkpoint: Checkpoint;
  isMain: boolean;
  /** Where it was training to (infinite: until paused); null when it was not. */
  playTo: number | null;
}

/** Owns the runs. */
export class Runs {
  /** In the order in which they were begun. */
  #all: TrainingRun[] = [];
  #main: TrainingRun | null = null;
  /** Place of the run whose turn it is. */
  #turn = 0;
  #shown: Shown = {
    focus: null,
    drawing: null,
    pick: 0,
    seen: new Set(['pictures', 'map', 'drawing']),
  };

  /** The main run, or without one the first of the others. */
  get first(): TrainingRun | null {
    return this.#main ?? this.#all[0] ?? null;
  }

  find(runId: number): TrainingRun | null {
    return this.#all.find(({ id }) => id === runId) ?? null;
  }

  add(run: TrainingRun, isMain: boolean): void {
    this.#all.push(run);
    if (isMain) this.#main = run;
    this.#watch(run);
  }

  /** One short piece of work of the run whose turn it is. False: none of them has anything to do. */
  async work(): Promise<boolean> {
    for (const run of this.#all) this.#watch(run);
    for (let tried = 0; tried < this.#all.length; tried++) {
      const run = this.#all[this.#turn % this.#all.length];
      this.#turn = (this.#turn + 1) % this.#all.length;
      if (await run?.work()) return true;
    }
    return false;
  }

  /** The same ten others, of every run. */
  showOthers(): void {
    this.#shown = { ...this.#shown, pick: this.#shown.pick + 1, focus: null };
    for (const run of this.#all) run.observer?.showOthers();
  }

  /** Runs begun from now on show the first ten images again. */
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
    for (const run of this.#all) run.observer?.setDrawing(this.#drawingFor(run));
  }

  setSeen(views: readonly View[]): void {
    this.#shown.seen = new Set(views);
    for (const { observer } of this.#all) observer?.setSeen(this.#shown.seen);
  }

  async end(runId: number): Promise<void> {
    const run = this.find(runId);
    this.#all = this.#all.filter((other) => other !== run);
    if (this.#main === run) this.#main = null;
    await run?.dispose();
  }

  async endAll(): Promise<void> {
    for (const { id } of this.#all) await this.end(id);
  }

  /** Ends all of them, keeping what they can be built up from again, in the order in which they were begun. */
  async takeDown(): Promise<TakenDown[]> {
    const taken: TakenDown[] = [];
    for (const run of this.#all) {
      taken.push({
        runId: run.id,
        checkpoint: await run.checkpoint(),
        isMain: run === this.#main,
        playTo: run.training ? run.lastStep : null,
      });
    }
    await this.endAll();
    return taken;
  }

  #watch(run: TrainingRun): void {
    run.observe({ ...this.#shown, drawing: this.#drawingFor(run) });
  }

  /** The drawing, if it has the size of the run's samples. */
  #drawingFor({ network }: TrainingRun): Drawing | null {
    const { drawing } = this.#shown;
    return drawing?.pixels.length === sampleSize(network.shape) ? drawing : null;
  }
}
