// The questions that the engine answers. The engine itself says when: between two slices of work. To add a question: its line in
// core/engine-api/asking.ts, its answer in `views/`, a method here.
import type { AskingApi } from '../core/engine-api/asking';
import type { RunId, Stamp } from '../core/run/stamp';
import type { TrainingRun } from './training/training-run';
import * as answers from './views/answers';

export abstract class Answering implements AskingApi {
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
}
