// What a run makes of single images: ten test images, the one in focus, a drawing.
import { corrupt, testNoiseStep } from './batch';
import type { CodePlaces } from './code-places';
import type { Drawing, Observed } from './observed';
import { layerOutputs, passThrough } from './passage';
import { cleanImage, type TestSet } from './test-set';
import type { Focus, Passage } from '../core/engine-api';
import type { Network } from './network';

/** The drawing's place in the noise generator: no data set is that large. */
const drawingSample = 0x7fffffff;

/** Holds no tensors between two calls. */
export class Pictures {
  readonly #network: () => Network;
  readonly #test: TestSet;
  readonly #places: CodePlaces;

  constructor(network: () => Network, test: TestSet, places: CodePlaces) {
    this.#network = network;
    this.#test = test;
    this.#places = places;
  }

  /** @param drawing there is one where it is in focus */
  async snapshot(indices: Uint32Array, focus: Focus, drawing: Drawing | null): Promise<Observed> {
    const network = this.#network();
    const { experiment, step } = network;
    const batch = this.#test.batch(experiment, indices);
    const { codes, reconstructed } = await passThrough(network, batch.noisy);
    const noisy = this.#focusInput(focus, drawing);
    const activations = await layerOutputs(network, { clean: batch.clean, noisy });
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

  /** Test image `index` through the network as it stands. */
  async testImage(index: number): Promise<Passage & { label: number }> {
    const { noisy } = this.#test.batch(this.#network().experiment, [index]);
    const passage = await this.#passage(cleanImage(this.#test.samples, index), noisy);
    return { ...passage, label: this.#test.samples.labels[index] ?? 0 };
  }

  async drawing(drawing: Drawing): Promise<Observed> {
    const { step } = this.#network();
    const { clean, noisy } = this.#drawingInput(drawing);
    return { type: 'drawing', step, drawingId: drawing.id, ...(await this.#passage(clean, noisy)) };
  }

  #focusInput(focus: Focus, drawing: Drawing | null): Float32Array {
    if (focus.kind === 'drawing' && drawing) return this.#drawingInput(drawing).noisy;
    const index = focus.kind === 'sample' ? focus.index : 0;
    return this.#test.batch(this.#network().experiment, [index]).noisy;
  }

  #drawingInput(drawing: Drawing): { clean: Float32Array; noisy: Float32Array } {
    const network = this.#network();
    const clean = Float32Array.from(drawing.pixels, (byte) => byte / 255);
    return {
      clean,
      noisy: corrupt(clean, network.shape, [drawingSample], network.experiment, testNoiseStep),
    };
  }

  async #passage(clean: Float32Array, noisy: Float32Array): Promise<Passage> {
    const { codes, deviations, reconstructed } = await passThrough(this.#network(), noisy);
    return {
      original: clean,
      noisy: noisy === clean ? clean.slice() : noisy,
      reconstructed,
      code: codes,
      codeDeviation: deviations,
      point: this.#places.of(codes),
    };
  }
}
