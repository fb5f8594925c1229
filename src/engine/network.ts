// A network in training: the autoencoder, its optimizer and its place in the run. It can be taken down to a checkpoint
// (plain arrays) and built up again from one; starting, resizing, moving to another backend and coming back after a
// fault are all that one road.
import * as tf from '@tensorflow/tfjs-core';
import type { Checkpoint } from '../core/engine-api';
import type { Experiment } from '../core/experiment';
import type { SampleShape } from '../core/samples';
import { betaAt, learningRateAt } from '../core/schedule';
import { createAutoencoder, type Autoencoder } from './autoencoder';
import { clipByGlobalNorm } from './gradient-clip';
import { zeroOptimizer } from './initial-weights';
import { assignWeights } from './network-weights';
import { objective, reparameterise, type ObjectiveValue } from './objective';
import { createOptimizer, type Optimizer } from './optimizer';
import type { TrainingBatch } from './training-batch';

/** Owns tensors: `dispose()` when done. */
export class Network {
  readonly autoencoder: Autoencoder;
  readonly shape: SampleShape;
  readonly #trainCount: number;
  /** Updates made so far. */
  step: number;
  /** Training images shown so far. */
  samplesSeen: number;
  #experiment: Experiment;
  #optimizer: Optimizer;

  /** @param trainCount images in one epoch, by which schedules go */
  constructor(checkpoint: Checkpoint, shape: SampleShape, trainCount: number) {
    this.shape = shape;
    this.#trainCount = trainCount;
    this.#experiment = checkpoint.experiment;
    this.step = checkpoint.step;
    this.samplesSeen = checkpoint.samplesSeen;
    this.autoencoder = createAutoencoder(checkpoint.experiment, shape, checkpoint.weights);
    this.#optimizer = createOptimizer(
      checkpoint.experiment.optimizer,
      this.autoencoder.variables,
      checkpoint.optimizer,
    );
  }

  get experiment(): Experiment {
    return this.#experiment;
  }

  /** Weights and biases, counted. */
  get parameters(): number {
    return this.autoencoder.variables.reduce((sum, variable) => sum + variable.size, 0);
  }

  /** Takes a live change: everything but the shape of the network. Another optimizer begins without memory. */
  applyLive(experiment: Experiment): void {
    const changesOptimizer = experiment.optimizer !== this.#experiment.optimizer;
    this.#experiment = experiment;
    if (!changesOptimizer) return;
    const { variables } = this.autoencoder;
    this.#optimizer.dispose();
    const empty = zeroOptimizer(
      experiment,
      variables.map(({ size }) => new Float32Array(size)),
    );
    this.#optimizer = createOptimizer(experiment.optimizer, variables, empty);
  }

  /** Passes over the training set so far; fractional. */
  get epoch(): number {
    return this.samplesSeen / this.#trainCount;
  }

  /** The same network, resized: what surgery makes of a checkpoint of it. */
  resized(checkpoint: Checkpoint): Network {
    return new Network(checkpoint, this.shape, this.#trainCount);
  }

  /**
   * One update on a batch, which stays the caller's.
   * @returns the objective before the update and its terms, scalars that the caller disposes of
   */
  trainOn({ target, input, codeNoise }: TrainingBatch): ObjectiveValue {
    const { autoencoder } = this;
    const beta = betaAt(this.#experiment, this.epoch);
    const kept: ObjectiveValue['terms'][] = [];
    const { value, grads } = tf.variableGrads(() => {
      const encoded = autoencoder.encode(input);
      const logits = autoencoder.decodeLogits(codeNoise ? reparameterise(encoded, codeNoise) : encoded.mean);
      const made = objective(this.#experiment, beta, target, logits, encoded);
      for (const term of Object.values(made.terms)) tf.keep(term as tf.Scalar);
      kept.push(made.terms);
      return made.total;
    }, [...autoencoder.variables]);
    const gradients = autoencoder.variables.map(({ name }) => grads[name] as tf.Tensor);
    const { gradientClip, weightDecay } = this.#experiment;
    const learningRate = learningRateAt(this.#experiment, this.epoch);
    const clipped = gradientClip > 0 ? clipByGlobalNorm(gradients, gradientClip) : gradients;
    this.#optimizer.update({ learningRate, weightDecay }, clipped);
    tf.dispose([gradients, clipped]);
    this.step++;
    this.samplesSeen += target.shape[0];
    return { total: value, terms: kept[0] ?? { reconstruction: value } };
  }

  /** Everything needed to go on elsewhere. */
  async checkpoint(): Promise<Checkpoint> {
    const { step, samplesSeen } = this;
    const experiment = this.#experiment;
    const [weights, optimizer] = await Promise.all([
      Promise.all(this.autoencoder.variables.map(async (v) => new Float32Array(await v.data<'float32'>()))),
      this.#optimizer.state(),
    ]);
    return { experiment, step, samplesSeen, weights, optimizer };
  }

  /** Goes back to a checkpoint of the same shape. If it was made by another optimizer, this one begins without memory. */
  restore(checkpoint: Checkpoint): void {
    assignWeights(this.autoencoder.variables, checkpoint.weights);
    const sameOptimizer = checkpoint.experiment.optimizer === this.#experiment.optimizer;
    this.#optimizer.restore(
      sameOptimizer ? checkpoint.optimizer : zeroOptimizer(this.#experiment, checkpoint.weights),
    );
    this.step = checkpoint.step;
    this.samplesSeen = checkpoint.samplesSeen;
  }

  dispose(): void {
    this.#optimizer.dispose();
    this.autoencoder.dispose();
  }
}
