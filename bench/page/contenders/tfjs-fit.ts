// Plain tfjs as its authors intend: a LayersModel, `fit` over one resident tensor, no yielding, no callback that reads back.
import * as tf from '@tensorflow/tfjs-core';
import {
  Callback,
  layers as tfjsLayers,
  sequential,
  type Logs,
  type Sequential,
} from '@tensorflow/tfjs-layers';
import { networkPlan } from '../../../src/catalog/architectures/registry';
import { initialCheckpoint } from '../../../src/engine/network/weights/initial-weights';
import { networks, signalLengths } from '../networks';
import { serve, type Contender, type Job } from './contender';
import { ComparableAdam } from './tfjs-adam';
import { startPlainBackend } from './tfjs-backend';
import { layersOf, setWeights } from './tfjs-layers';
import { pixelsOf, trainingImages } from './training-images';

/** Stops `fit` after some steps, and keeps the loss of each on request. */
class StopAfter extends Callback {
  readonly losses: number[] = [];
  #left: number;
  readonly #reads: boolean;

  constructor(steps: number, reads: boolean) {
    super();
    this.#left = steps;
    this.#reads = reads;
  }

  override async onBatchEnd(_batch: number, logs?: Logs): Promise<void> {
    const loss: unknown = logs?.['loss'];
    if (this.#reads && loss instanceof tf.Tensor) this.losses.push((await loss.data())[0] ?? NaN);
    if (--this.#left === 0) this.model.stopTraining = true;
  }
}

class TfjsFit implements Contender {
  #model: Sequential | null = null;
  #images: tf.Tensor | null = null;
  #batchSize = 0;
  #batches = 0;

  async open(job: Job): Promise<string> {
    const backend = await startPlainBackend(job);
    const experiment = networks[job.network];
    const samples = await trainingImages(job.images, experiment.batchSize, signalLengths[job.network]);
    const { layers, boundaries } = networkPlan(experiment, samples.shape);
    const built = layers.map(layersOf);
    const [first = []] = boundaries;
    const image = tfjsLayers.inputLayer({ inputShape: [...first] });
    const model = sequential({ layers: [image, ...built.flatMap(({ chain }) => chain)] });
    setWeights(
      built.map(({ weighted }) => weighted),
      initialCheckpoint(experiment, samples.shape).weights,
    );
    const { learningRate, batchSize } = experiment;
    model.compile({ optimizer: new ComparableAdam(learningRate), loss: 'meanSquaredError' });
    this.#model = model;
    this.#batchSize = batchSize;
    this.#batches = samples.count / batchSize;
    this.#images = tf.tensor(pixelsOf(samples), [samples.count, ...first]);
    return `${backend}, ${samples.count} images in one tensor`;
  }

  losses(steps: number): Promise<number[]> {
    return this.#fit(steps, true);
  }

  async time(steps: number): Promise<number> {
    const startedMs = performance.now();
    // After an epoch it reads the loss, which waits for the last step.
    await this.#fit(steps, false);
    return performance.now() - startedMs;
  }

  async #fit(steps: number, reads: boolean): Promise<number[]> {
    const [model, images] = [this.#model, this.#images];
    if (!model || !images) throw new Error('not open');
    const stop = new StopAfter(steps, reads);
    await model.fit(images, images, {
      batchSize: this.#batchSize,
      epochs: Math.ceil(steps / this.#batches),
      shuffle: false,
      yieldEvery: 'never',
      callbacks: [stop],
    });
    return stop.losses;
  }
}

serve(new TfjsFit());
