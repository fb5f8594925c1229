// Views of single images in a run: ten test images, the image in focus, a drawing.
import { testNoiseStep } from '../../catalog/corrupt';
import type { CodePositions } from './map/code-positions';
import type { Drawing, ViewEvent } from './view-contract';
import { layerOutputs, runForward } from './forward-pass';
import type { TestSet } from '../dataset/test-set';
import { corruptedBatch, type Batch } from '../training/batch/batch';
import { drawingSample } from '../../core/samples/drawing';
import { valueScale } from '../../core/samples/samples';
import type { Focus, ForwardPass } from '../../core/engine-api/looking';
import type { Network } from '../network/network';

/** Holds no tensors between two calls. */
export class Pictures {
  readonly #network: () => Network;
  readonly #test: TestSet;
  readonly #positions: CodePositions;

  constructor(network: () => Network, test: TestSet, positions: CodePositions) {
    this.#network = network;
    this.#test = test;
    this.#positions = positions;
  }

  /** @param drawing required when the drawing is in focus */
  async snapshot(indices: Uint32Array, focus: Focus, drawing: Drawing | null): Promise<ViewEvent> {
    const network = this.#network();
    const { experiment, step } = network;
    const batch = this.#test.batch(experiment, indices);
    const { codes, reconstructed } = await runForward(network, batch.noisy, batch.masks);
    const activations = await layerOutputs(network, this.focusInput(focus, drawing));
    return {
      type: 'snapshot',
      step,
      experiment,
      indices: indices.slice(),
      labels: Uint16Array.from(indices, (index) => this.#test.samples.labels[index] ?? 0),
      original: batch.clean,
      noisy: batch.noisy === batch.clean ? batch.clean.slice() : batch.noisy,
      reconstructed,
      codes,
      focus,
      activations,
    };
  }

  /** Runs test image `index` through the current network. */
  async testImage(index: number): Promise<ForwardPass & { label: number }> {
    const pass = await this.#runForward(this.#test.batch(this.#network().experiment, [index]));
    return { ...pass, label: this.#test.samples.labels[index] ?? 0 };
  }

  async drawing(drawing: Drawing): Promise<ViewEvent> {
    const { step } = this.#network();
    const pass = await this.#runForward(this.#drawingInput(drawing));
    return { type: 'drawing', step, drawingId: drawing.id, ...pass };
  }

  /** @param drawing required when the drawing is in focus */
  focusInput(focus: Focus, drawing: Drawing | null): Batch {
    if (focus.kind === 'drawing' && drawing) return this.#drawingInput(drawing);
    const index = focus.kind === 'sample' ? focus.index : 0;
    return this.#test.batch(this.#network().experiment, [index]);
  }

  #drawingInput(drawing: Drawing): Batch {
    const { shape, experiment } = this.#network();
    const scale = valueScale({ values: drawing.pixels });
    const values = Float32Array.from(drawing.pixels, (value) => value * scale);
    return corruptedBatch(values, shape, [drawingSample], experiment, testNoiseStep);
  }

  async #runForward(batch: Batch): Promise<ForwardPass> {
    const { clean, noisy, masks } = batch;
    const { codes, deviations, reconstructed } = await runForward(this.#network(), noisy, masks);
    return {
      original: clean,
      noisy: noisy === clean ? clean.slice() : noisy,
      reconstructed,
      code: codes,
      codeDeviation: deviations,
      point: this.#positions.of(codes),
    };
  }
}
