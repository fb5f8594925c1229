// What the views see of a run, and when: ten reconstructions and the focused image often, a fixed subset of the test set
// in between, all of it (and the map of its codes) at stated moments and as time allows. One call of `work()` does one
// short piece, so that orders are heard in between; a view whose weights have not changed is not made again, nor one that
// nobody sees while training could go on.
import { codeStatistics } from './code-statistics';
import { CodePlaces } from './code-places';
import type { OpenDataset } from './dataset-slot';
import { imagesPerChunk, measure, type Measurement } from './evaluation';
import { pacer } from './pacer';
import type { Drawing, Observed, Shown } from './observed';
import { tenOfEachClass } from './pick-samples';
import { Pictures } from './pictures';
import type { TestSet } from './test-set';
import type { Evaluation, Focus, Passage, TestCodes, View } from '../core/engine-api';
import type { Network } from './network';
import type { WorkClock } from './work-clock';

/** Test images in the fixed subset that is measured between the full measurements. */
const subsetSize = 500;

type Scope = Evaluation['scope'];

/** Watches one run. Holds no tensors between two calls of `work()`. */
export class Observer {
  /** Goes up whenever the weights, the noise or the loss change: what was computed before is then stale. */
  #version = 0;
  /** Goes up when other images are to be shown. */
  #selection = 0;
  #shownSnapshot = '';
  #shownDrawing = '';
  #measured: Record<Scope, number> = { all: -1, subset: -1 };
  /** The version that the latest map is of. */
  #mapped = -1;
  /** The version that the codes that were sent last are of. */
  #codesSent = -1;
  #wantAll = true;
  #measuring: {
    scope: Scope;
    version: number;
    startedMs: number;
    chunks: ReturnType<typeof measure>;
  } | null = null;
  #indices: Uint32Array;
  #pick: number;
  readonly #pacers = {
    snapshot: pacer(0.06, 200),
    drawing: pacer(0.04, 150),
    subset: pacer(0.05, 500),
    all: pacer(0.08, 1500),
  };
  readonly #network: () => Network;
  readonly #test: TestSet;
  readonly #dataset: OpenDataset;
  readonly #clock: WorkClock;
  readonly #places = new CodePlaces();
  readonly #pictures: Pictures;
  #focus: Focus;
  #drawing: Drawing | null;
  #seen: Shown['seen'];

  /**
   * @param network the network as it stands: it is replaced by another when it is resized
   * @param dataset its test images must have arrived
   * @param shown a focus that this test set does not have counts as the first of the ten
   * @param clock what the views are paced by
   */
  constructor(
    network: () => Network,
    dataset: OpenDataset,
    { focus, drawing, pick, seen }: Shown,
    clock: WorkClock,
  ) {
    this.#network = network;
    this.#dataset = dataset;
    this.#clock = clock;
    this.#test = dataset.testSet();
    this.#pictures = new Pictures(network, this.#test, this.#places);
    this.#pick = pick;
    this.#indices = tenOfEachClass(this.#test.samples, network().experiment.seed, pick);
    const focusFits = focus && (focus.kind === 'drawing' || this.has(focus.index));
    this.#focus = focusFits ? focus : this.#firstSample();
    this.#drawing = drawing;
    this.#seen = seen;
  }

  /** The weights, the noise or the loss are others now. `wantAll`: measure the whole test set at the next occasion. */
  changed(wantAll = false): void {
    this.#version++;
    this.#wantAll ||= wantAll;
  }

  showOthers(): void {
    this.#pick++;
    this.#selection++;
    this.#indices = tenOfEachClass(this.#test.samples, this.#network().experiment.seed, this.#pick);
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

  /** A map (or codes) that lags behind what was measured while nobody saw it is made at the next occasion. */
  setSeen(views: Shown['seen']): void {
    this.#seen = views;
    const lags = (view: View, made: number) => views.has(view) && made !== this.#measured.all;
    if (lags('map', this.#mapped) || lags('codes', this.#codesSent)) this.#wantAll = true;
  }

  /**
   * Does one piece of what is due.
   * @param training whether training waits for it; if so, things keep to their share of the time
   * @returns what was found out (possibly nothing yet), or null when there was nothing to do
   */
  async work(training: boolean): Promise<Observed[] | null> {
    const now = this.#clock.now();
    const due = (what: 'snapshot' | 'drawing' | 'subset' | 'all') => !training || this.#pacers[what].due(now);
    const seen = (view: View) => !training || this.#seen.has(view);
    if (this.#drawingIsStale() && (this.#drawingIsNew() || (seen('drawing') && due('drawing'))))
      return this.#answerDrawing();
    if (this.#measuring && this.#measuring.version !== this.#version) await this.#dropMeasurement();
    if (this.#measuring) return this.#measureOn(seen('map'));
    if (this.#snapshotIsStale() && (seen('pictures') || this.#shownSnapshot === '') && due('snapshot'))
      return [await this.#snapshot()];
    const isMeasured = this.#measured.all === this.#version;
    const isMapped =
      (!seen('map') || this.#mapped === this.#version) &&
      (!this.#seen.has('codes') || this.#codesSent === this.#version);
    if (!(isMeasured && isMapped) && (this.#wantAll || due('all')))
      return this.#beginMeasuring('all', seen('map'));
    if (training && this.#measured.subset !== this.#version && due('subset'))
      return this.#beginMeasuring('subset', false);
    return null;
  }

  /** Test image `index` through the network as it stands. */
  inspect(index: number): Promise<Passage & { label: number }> {
    return this.#pictures.testImage(index);
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
    return `${this.#version} ${this.#selection}`;
  }

  #snapshotIsStale(): boolean {
    return this.#shownSnapshot !== this.#snapshotKey();
  }

  async #snapshot(): Promise<Observed> {
    const startedMs = this.#clock.now();
    this.#shownSnapshot = this.#snapshotKey();
    const focus = this.#focus.kind === 'drawing' && !this.#drawing ? this.#firstSample() : this.#focus;
    const snapshot = await this.#pictures.snapshot(this.#indices, focus, this.#drawing);
    this.#pacers.snapshot.done(startedMs, this.#clock.now());
    return snapshot;
  }

  #firstSample(): Focus {
    return { kind: 'sample', index: this.#indices[0] ?? 0 };
  }

  #drawingIsStale(): boolean {
    return this.#drawing !== null && this.#shownDrawing !== `${this.#drawing.id} ${this.#version}`;
  }

  #drawingIsNew(): boolean {
    return this.#drawing !== null && !this.#shownDrawing.startsWith(`${this.#drawing.id} `);
  }

  async #answerDrawing(): Promise<Observed[]> {
    const startedMs = this.#clock.now();
    const drawing = this.#drawing;
    if (!drawing) return [];
    this.#shownDrawing = `${drawing.id} ${this.#version}`;
    const answer = await this.#pictures.drawing(drawing);
    this.#pacers.drawing.done(startedMs, this.#clock.now());
    return [answer];
  }

  #beginMeasuring(scope: Scope, withMap: boolean): Promise<Observed[]> {
    const count = scope === 'all' ? this.#test.samples.count : Math.min(subsetSize, this.#test.samples.count);
    this.#measuring = {
      scope,
      version: this.#version,
      startedMs: this.#clock.now(),
      chunks: measure(this.#network(), this.#test, count, scope === 'all' && this.#seen.has('codes')),
    };
    return this.#measureOn(withMap);
  }

  async #measureOn(withMap: boolean): Promise<Observed[]> {
    const measuring = this.#measuring;
    if (!measuring) return [];
    this.#dataset.meanImage.absorb(this.#dataset.handle.trainReady(), 10 * imagesPerChunk);
    const result = await measuring.chunks.next();
    if (!result.done) return [];
    this.#measuring = null;
    const { scope, version, startedMs } = measuring;
    this.#measured[scope] = version;
    const observed = await this.#report(scope, result.value, withMap);
    if (scope === 'all') {
      this.#measured.subset = version;
      this.#wantAll = false;
    }
    this.#pacers[scope].done(startedMs, this.#clock.now());
    return observed;
  }

  /** @param withMap the first map is made in any case: what places a drawing's code goes by it */
  async #report(scope: Scope, measurement: Measurement, withMap: boolean): Promise<Observed[]> {
    const { metrics, codes, logVars, errors } = measurement;
    const { step, experiment } = this.#network();
    const evaluation: Observed = {
      type: 'evaluation',
      step,
      scope,
      ...metrics,
      meanImageMse: this.#dataset.meanImage.error(),
    };
    if (scope === 'subset') return [evaluation];
    const statistics: Observed = {
      type: 'code-statistics',
      step,
      ...codeStatistics(experiment, { codes, logVars }),
    };
    if (!withMap && !errors && this.#places.known) return [evaluation, statistics];
    const { plane, ...places } = await this.#places.fit(codes, experiment.codeSize);
    this.#mapped = this.#version;
    const labels = this.#test.samples.labels.slice(0, metrics.count);
    const map: Observed = { type: 'map', step, ...places, labels };
    // The drawing's place is on the new map: answer it again.
    this.#shownDrawing = '';
    if (!errors) return [evaluation, statistics, map];
    this.#codesSent = this.#version;
    const testCodes: Omit<TestCodes, 'runId'> = {
      type: 'codes',
      step,
      codeSize: experiment.codeSize,
      codes,
      errors,
      labels: labels.slice(),
      plane,
    };
    return [evaluation, statistics, map, testCodes];
  }

  async #dropMeasurement(): Promise<void> {
    const dropped = this.#measuring;
    this.#measuring = null;
    await dropped?.chunks.return({
      metrics: noMetrics,
      codes: new Float32Array(0),
      logVars: null,
      errors: null,
    });
  }
}

const noMetrics = { count: 0, loss: 0, terms: { reconstruction: 0 }, mse: 0, inputMse: 0, medianMse: null };
