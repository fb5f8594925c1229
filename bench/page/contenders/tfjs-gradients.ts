// The variational autoencoder in plain tfjs: layers, `variableGrads` and tfjs's own Adam. Batches and noise are resident.
import * as tf from '@tensorflow/tfjs-core';
import { input, model, type LayersModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { networkPlan } from '../../../src/catalog/architectures/registry';
import { initialCheckpoint } from '../../../src/engine/network/weights/initial-weights';
import { networks } from '../networks';
import { serve, type Contender, type Job } from './contender';
import { ComparableAdam } from './tfjs-adam';
import { startPlainBackend } from './tfjs-backend';
import { layersOf, setWeights } from './tfjs-layers';
import { codeNoise, pixelsOf, trainingImages } from './training-images';

class TfjsGradients implements Contender {
  #encoder: LayersModel | null = null;
  #decoder: LayersModel | null = null;
  #optimizer: tf.Optimizer | null = null;
  #batches: tf.Tensor2D[] = [];
  #noise: tf.Tensor2D[] = [];
  #step = 0;

  async open(job: Job): Promise<string> {
    const backend = await startPlainBackend(job);
    const experiment = networks[job.network];
    const { batchSize, codeSize, learningRate } = experiment;
    const samples = await trainingImages(job.images, batchSize);
    const plan = networkPlan(experiment, samples.shape);
    const last = plan.boundaries.length - 1;
    const built = plan.layers.map((layer) => ({
      stage: layer.stage,
      ...layersOf(layer.stage === last ? { ...layer, activation: 'linear' } : layer),
    }));
    const through = (from: SymbolicTensor, firstStage: number, lastStage: number) => {
      let [tensor, outputs] = [from, [from]];
      for (let stage = firstStage; stage <= lastStage; stage++) {
        outputs = built
          .filter((layer) => layer.stage === stage)
          .map(({ weighted }) => weighted.apply(tensor) as SymbolicTensor);
        tensor = outputs[0] as SymbolicTensor;
      }
      return outputs;
    };
    const size = plan.boundaries[0]?.reduce((product, side) => product * side, 1) ?? 0;
    const [image, code] = [input({ shape: [size] }), input({ shape: [codeSize] })];
    this.#encoder = model({ inputs: image, outputs: through(image, 1, plan.codeBoundary) });
    this.#decoder = model({ inputs: code, outputs: through(code, plan.codeBoundary + 1, last) });
    setWeights(
      built.map(({ weighted }) => weighted),
      initialCheckpoint(experiment, samples.shape).weights,
    );
    this.#optimizer = new ComparableAdam(learningRate);
    const pixels = pixelsOf(samples);
    const perBatch = batchSize * size;
    this.#batches = Array.from({ length: samples.count / batchSize }, (_, i) =>
      tf.tensor2d(pixels.subarray(i * perBatch, (i + 1) * perBatch), [batchSize, size]),
    );
    this.#noise = codeNoise(experiment, samples.count).map((draw) =>
      tf.tensor2d(draw, [batchSize, codeSize]),
    );
    return `${backend}, ${this.#batches.length} resident batches`;
  }

  async losses(steps: number): Promise<number[]> {
    const made = Array.from({ length: steps }, () => this.#makeStep());
    const values = await Promise.all(made.map(async (loss) => (await loss.data())[0] ?? NaN));
    tf.dispose(made);
    return values;
  }

  async time(steps: number): Promise<number> {
    const startedMs = performance.now();
    let loss: tf.Scalar | null = null;
    for (let step = 0; step < steps; step++) {
      loss?.dispose();
      loss = this.#makeStep();
    }
    await loss?.data();
    loss?.dispose();
    return performance.now() - startedMs;
  }

  #makeStep(): tf.Scalar {
    const [encoder, decoder, optimizer] = [this.#encoder, this.#decoder, this.#optimizer];
    if (!encoder || !decoder || !optimizer) throw new Error('not open');
    const images = this.#batches[this.#step % this.#batches.length] as tf.Tensor2D;
    const draw = this.#noise[this.#step % this.#noise.length] as tf.Tensor2D;
    this.#step++;
    return tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => {
        const [mean, logVar] = encoder.apply(images) as [tf.Tensor2D, tf.Tensor2D];
        const codes = tf.add(mean, tf.mul(tf.exp(tf.mul(logVar, 0.5)), draw));
        return negativeElbo(images, decoder.apply(codes) as tf.Tensor2D, mean, logVar);
      });
      optimizer.applyGradients(grads);
      return value;
    });
  }
}

/** In nats, mean over the batch: cross-entropy from logits, and the KL term (Kingma & Welling 2014, eq. 10). */
function negativeElbo(
  images: tf.Tensor2D,
  logits: tf.Tensor2D,
  mean: tf.Tensor2D,
  logVar: tf.Tensor2D,
): tf.Scalar {
  const [count, size] = images.shape;
  const perPixel: tf.Scalar = tf.losses.sigmoidCrossEntropy(images, logits);
  const kl = tf.sum(tf.sub(tf.add(tf.square(mean), tf.exp(logVar)), tf.add(logVar, 1)));
  return tf.add(tf.mul(perPixel, size), tf.mul(kl, 0.5 / count));
}

serve(new TfjsGradients());
