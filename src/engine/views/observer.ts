// Computes the views of a run: ten reconstructions and the focused image often, measurements of the test set as scheduled, each
// followed by one of the held-out samples. Each call of `work()` does one short slice, so that commands run in between. No view is computed twice for the same weights, and
// hidden views are not computed during training.
import { CodePositions } from './map/code-positions';
import type { OpenDataset } from '../dataset/dataset-slot';
import type { Measurement } from './measuring/evaluation';
import { MeasuringSchedule, type Scope, type TestScope, type Urgency } from './measuring/measuring-schedule';
import { pacer } from '../actor/pacer';
import type { Drawing, ViewEvent, ViewState } from './view-contract';
import { tenOfEachClass } from '../../data/picking/pick-samples';
import { Pictures } from './pictures';
import type { Focused } from './units/unit-look';
import type { TestSet } from '../dataset/test-set';
import { evaluationOf, mapOf, statisticsOf, TestMeasurement } from './measuring/test-measurement';
import type { Focus, ForwardPass, View } from '../../core/engine-api/looking';
import { sameValue } from '../../core/experiment/experiment';
import type { Network } from '../network/network';
import type { WorkClock } from '../actor/work-clock';

/** Observes one run. Holds no tensors between two calls of `work()`. */
export class Observer {
  readonly #schedule = new MeasuringSchedule();
  /** Increases when other images are selected. */
  #selection = 0;
  #shownSnapshot = '';
  #shownDrawing = '';
  #measuring: TestMeasurement | null = null;
  #indices: Uint32Array;
  /** The classes that were trained on when they were picked. */
  #pickedFor: number[] = [];
  #pick: number;
  readonly #pacers = { snapshot: pacer(0.06, 200), drawing: pacer(0.04, 150) };
  readonly #network: () => Network;
  readonly #test: TestSet;
  readonly #dataset: OpenDataset;
  readonly #clock: WorkClock;
  readonly #positions = new CodePositions();
  readonly #pictures: Pictures;
  #focus: Focus;
  #drawing: Drawing | null;
  #seen: ViewState['seen'];

  /**
   * @param network the current network: resizing replaces it
   * @param dataset its test images must have arrived
   * @param shown a focus outside this test set falls back to the first of the ten images
   * @param clock paces the views
   */
  constructor(
    network: () => Network,
    dataset: OpenDataset,
    { focus, drawing, pick, seen }: ViewState,
    clock: WorkClock,
  ) {
    this.#network = network;
    this.#dataset = dataset;
    this.#clock = clock;
    this.#test = dataset.testSet();
    this.#pictures = new Pictures(network, this.#test, this.#positions);
    this.#pick = pick;
    this.#indices = this.#pickImages();
    const focusFits = focus && (focus.kind === 'drawing' || this.has(focus.index));
    this.#focus = focusFits ? focus : this.#firstSample();
    this.#drawing = drawing;
    this.#seen = seen;
  }

  /**
   * Marks all views as stale after a change of weights, noise or loss.
   * @param urgency when the whole test set is to be measured again
   */
  invalidate(urgency: Urgency = 'as-scheduled'): void {
    this.#schedule.invalidate(urgency);
    if (!sameValue(this.#network().experiment.classes, this.#pickedFor)) this.#indices = this.#pickImages();
  }

  showOthers(): void {
    this.#pick++;
    this.#selection++;
    this.#indices = this.#pickImages();
    this.setFocus({ kind: 'sample', index: this.#indices[0] ?? 0 });
  }

  setFocus(focus: Focus): void {
    this.#focus = focus;
    this.#selection++;
  }

  setDrawing(drawing: Drawing | null): void {
    this.#drawing = drawing;
    if (this.#focus.kind === 'drawing') this.#selection++;
  }

  /** Updates a view that became stale while hidden as soon as possible. */
  setSeen(views: ViewState['seen']): void {
    this.#seen = views;
    this.#schedule.setSeen(views);
  }

  /**
   * Does one slice of the work that is due.
   * @param training whether training waits for it; if so, each view is limited to its share of the time
   * @returns the events to send (possibly none yet), or null when there was nothing to do
   */
  async work(training: boolean): Promise<ViewEvent[] | null> {
    const nowMs = this.#clock.now();
    const due = (what: 'snapshot' | 'drawing') => !training || this.#pacers[what].due(nowMs);
    const seen = (view: View) => !training || this.#seen.has(view);
    if (this.#drawingIsStale() && (this.#drawingIsNew() || (seen('drawing') && due('drawing'))))
      return this.#answerDrawing();
    if (this.#measuring && this.#measuring.version !== this.#schedule.version) await this.#dropMeasurement();
    if (this.#measuring) return this.#continueMeasuring(this.#measuring, seen('map'));
    if (this.#snapshotIsStale() && (seen('pictures') || this.#shownSnapshot === '') && due('snapshot'))
      return [await this.#snapshot()];
    const codesAreSeen = this.#seen.has('codes');
    const scope = this.#schedule.next({ training, mapIsSeen: seen('map'), codesAreSeen, nowMs });
    return scope && this.#continueMeasuring(this.#startMeasuring(scope), scope === 'all' && seen('map'));
  }

  /** Runs test image `index` through the current network. */
  inspect(index: number): Promise<ForwardPass & { label: number }> {
    return this.#pictures.testImage(index);
  }

  /** The sample in focus, as the network reads it. */
  focused(): Focused {
    const focus = this.#shownFocus();
    return { focus, batch: this.#pictures.focusInput(focus, this.#drawing) };
  }

  /** Whether `index` is a test image. */
  has(index: number): boolean {
    return Number.isInteger(index) && index >= 0 && index < this.#test.samples.count;
  }

  async dispose(): Promise<void> {
    await this.#dropMeasurement();
    this.#test.release();
  }

  #snapshotKey(): string {
    return `${this.#schedule.version} ${this.#selection}`;
  }

  #snapshotIsStale(): boolean {
    return this.#shownSnapshot !== this.#snapshotKey();
  }

  async #snapshot(): Promise<ViewEvent> {
    const startedMs = this.#clock.now();
    this.#shownSnapshot = this.#snapshotKey();
    const focus = this.#shownFocus();
    const snapshot = await this.#pictures.snapshot(this.#indices, focus, this.#drawing);
    this.#pacers.snapshot.done(startedMs, this.#clock.now());
    return snapshot;
  }

  #pickImages(): Uint32Array {
    const { seed, classes } = this.#network().experiment;
    this.#pickedFor = classes;
    return tenOfEachClass(this.#test.samples, seed, this.#pick, classes);
  }

  #shownFocus(): Focus {
    return this.#focus.kind === 'drawing' && !this.#drawing ? this.#firstSample() : this.#focus;
  }

  #firstSample(): Focus {
    return { kind: 'sample', index: this.#indices[0] ?? 0 };
  }

  #drawingIsStale(): boolean {
    return this.#drawing !== null && this.#shownDrawing !== `${this.#drawing.id} ${this.#schedule.version}`;
  }

  #drawingIsNew(): boolean {
    return this.#drawing !== null && !this.#shownDrawing.startsWith(`${this.#drawing.id} `);
  }

  async #answerDrawing(): Promise<ViewEvent[]> {
    const startedMs = this.#clock.now();
    const drawing = this.#drawing;
    if (!drawing) return [];
    this.#shownDrawing = `${drawing.id} ${this.#schedule.version}`;
    const answer = await this.#pictures.drawing(drawing);
    this.#pacers.drawing.done(startedMs, this.#clock.now());
    return [answer];
  }

  #startMeasuring(scope: Scope, test = this.#test): TestMeasurement {
    const { version } = this.#schedule;
    const [network, dataset] = [this.#network(), this.#dataset];
    const withErrors = this.#seen.has('codes');
    const start = { scope, version, startedMs: this.#clock.now() };
    this.#measuring = new TestMeasurement(start, { network, test, dataset }, withErrors);
    return this.#measuring;
  }

  async #continueMeasuring(measuring: TestMeasurement, withMap: boolean): Promise<ViewEvent[]> {
    const measurement = await measuring.measureNext();
    if (!measurement) return [];
    this.#measuring = null;
    const { scope, version, startedMs } = measuring;
    if (scope === 'validation') {
      this.#schedule.noteValidated(startedMs, this.#clock.now());
      return [evaluationOf(scope, measurement, this.#network(), this.#dataset)];
    }
    const observed = await this.#report(scope, measurement, withMap);
    this.#schedule.noteMeasured(scope, version, startedMs, this.#clock.now());
    // Under the same weights: no step is trained before it has ended.
    const heldOut = this.#dataset.subsetOf(this.#network().experiment).validation();
    if (heldOut) this.#startMeasuring('validation', heldOut);
    return observed;
  }

  /** @param withMap the first map is made regardless: it positions the code of a drawing */
  async #report(scope: TestScope, measurement: Measurement, withMap: boolean): Promise<ViewEvent[]> {
    const network = this.#network();
    const evaluation = evaluationOf(scope, measurement, network, this.#dataset);
    if (scope === 'subset') return [evaluation];
    const statistics = statisticsOf(measurement, network);
    if (!withMap && !measurement.errors && this.#positions.isFitted) return [evaluation, statistics];
    const { map, testCodes } = await mapOf(measurement, network, this.#test, this.#positions);
    this.#schedule.noteMapped();
    // The drawing has a new position on the new map: send it again.
    this.#shownDrawing = '';
    if (!testCodes) return [evaluation, statistics, map];
    this.#schedule.noteCodesSent();
    return [evaluation, statistics, map, testCodes];
  }

  async #dropMeasurement(): Promise<void> {
    const dropped = this.#measuring;
    this.#measuring = null;
    await dropped?.cancel();
  }
}
