// The questions that the engine answers. The engine itself says when: between two slices of work. To add a question: its line in
// core/engine-api/asking.ts, its answer in `views/`, a method here.
import type { AskingApi } from '../core/engine-api/asking';
import type { ScoringApi } from '../core/engine-api/scoring';
import type { TracingApi } from '../core/engine-api/tracing';
import type { UnitsApi } from '../core/engine-api/units';
import type { RunId, Stamp } from '../core/run/stamp';
import { StepTracer } from './training/tracing/step-tracer';
import { finish, pacedWork, type AskRun } from './training/paced-work';
import type { TrainingRun } from './training/training-run';
import * as answers from './views/answers';
import { mapOfTestImages } from './views/map/map-of-test-images';
import { recordingOf } from './views/recording';
import { scoreGiven, scoreSets } from './views/scoring/score-sets';
import { layerActivations } from './views/units/layer-activations';
import { lookAtUnit, turnUnit } from './views/units/unit-look';

/** Given samples with so many numbers together are scored at once: a drawing need not wait for a copy of the weights. */
const fewNumbers = 100_000;

export abstract class Answering implements AskingApi, ScoringApi, TracingApi, UnitsApi {
  /** Counts requests for the scores of sets, and their cancellations: one with an older number ends. */
  #scores = 0;
  readonly #tracer = new StepTracer();
  /** The same for the activations of layers. */
  #layers = 0;

  /** Asks one run a question between two slices of work; null when there is no such run. */
  protected abstract ask<T extends object>(
    runId: RunId,
    question: (run: TrainingRun) => Promise<T | null>,
  ): Promise<(T & Stamp) | null>;

  inspect(runId: RunId, index: number): ReturnType<AskingApi['inspect']> {
    return this.ask(runId, async ({ observer }) => (observer?.has(index) ? observer.inspect(index) : null));
  }

  decode(runId: RunId, codes: Float32Array): ReturnType<AskingApi['decode']> {
    return this.ask(runId, ({ network }) => answers.decodeCodes(network, codes));
  }

  encode(runId: RunId, images: Float32Array): ReturnType<AskingApi['encode']> {
    return this.ask(runId, ({ network }) => answers.encodeImages(network, images));
  }

  reconstruct(...[runId, images, masks = null]: Parameters<AskingApi['reconstruct']>) {
    return this.ask(runId, ({ network }) => answers.reconstructImages(network, images, masks));
  }

  redraw(...[runId, image, mask, draws]: Parameters<AskingApi['redraw']>): ReturnType<AskingApi['redraw']> {
    return this.ask(runId, ({ network }) => answers.drawReconstructions(network, image, mask, draws));
  }

  generate(runId: RunId, draws: Float32Array, fitTo: number): ReturnType<AskingApi['generate']> {
    return this.ask(runId, (run) => answers.generateImages(run, draws, fitTo));
  }

  encodeTraining(runId: RunId, count: number): ReturnType<AskingApi['encodeTraining']> {
    return this.ask(runId, (run) => answers.encodeTrainingImages(run, count));
  }

  async testImages(runId: RunId, indices: Uint32Array): ReturnType<AskingApi['testImages']> {
    return (await this.ask(runId, (run) => answers.testImagesOf(run, indices)))?.images ?? null;
  }

  mapTestImages(runId: RunId, indices: Uint32Array): ReturnType<AskingApi['mapTestImages']> {
    return this.ask(runId, (run) => mapOfTestImages(run, indices));
  }

  async recording(runId: RunId, index: number): ReturnType<AskingApi['recording']> {
    const found = await this.ask(runId, (run) => recordingOf(run, index));
    return found?.values ?? null;
  }

  scoreSets(
    ...[runId, kind, onShare]: Parameters<ScoringApi['scoreSets']>
  ): ReturnType<ScoringApi['scoreSets']> {
    const request = ++this.#scores;
    return pacedWork(
      (question) => this.ask(runId, question),
      (network, { dataset }) => scoreSets(network, dataset, kind),
      (share) => {
        onShare(share);
        return this.#scores === request;
      },
    );
  }

  scoreSamples(
    ...[runId, kind, samples]: Parameters<ScoringApi['scoreSamples']>
  ): ReturnType<ScoringApi['scoreSamples']> {
    const ask: AskRun = (question) => this.ask(runId, question);
    if (samples.length <= fewNumbers) {
      return this.ask(runId, ({ network }) => finish(scoreGiven(network, kind, samples)));
    }
    return pacedWork(
      ask,
      (network) => scoreGiven(network, kind, samples),
      () => true,
    );
  }

  cancelScores(): void {
    this.#scores++;
  }

  traceStep(runId: RunId, row: number): ReturnType<TracingApi['traceStep']> {
    return this.ask(runId, (run) => this.#tracer.trainStep(run, row));
  }

  traceSample(...[runId, row, noise]: Parameters<TracingApi['traceSample']>) {
    return this.ask(runId, (run) => this.#tracer.traceSample(run, row, noise));
  }

  lookAtUnit(...[runId, place]: Parameters<UnitsApi['lookAtUnit']>): ReturnType<UnitsApi['lookAtUnit']> {
    return this.ask(runId, async ({ network, observer }) =>
      observer ? lookAtUnit(network, observer.focused(), place) : null,
    );
  }

  turnUnit(...[runId, place, turn]: Parameters<UnitsApi['turnUnit']>): ReturnType<UnitsApi['turnUnit']> {
    return this.ask(runId, async ({ network, observer }) =>
      observer ? turnUnit(network, observer.focused(), place, turn) : null,
    );
  }

  layerActivations(
    ...[runId, boundary, onShare]: Parameters<UnitsApi['layerActivations']>
  ): ReturnType<UnitsApi['layerActivations']> {
    const request = ++this.#layers;
    return pacedWork(
      (question) => this.ask(runId, question),
      (network, { dataset }) => layerActivations(network, dataset, boundary),
      (share) => {
        onShare(share);
        return this.#layers === request;
      },
      0.5,
    );
  }

  cancelLayerActivations(): void {
    this.#layers++;
  }
}
