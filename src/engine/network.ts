// A network in training: the autoencoder, its optimizer and its place in the run. It can be taken down to a checkpoint
// (plain arrays) and built up again from one; starting, resizing, moving to another backend and coming back after a
// fault are all that one road.
import * as tf from '@tensorflow/tfjs-core';
import type { Checkpoint } from '../core/engine-api';
import type { Experiment } from '../core/experiment';
import { sampleSize, type SampleShape } from '../core/samples';
import { assignWeights, createAutoencoder, type Autoencoder } from './autoencoder';
import type { Batch } from './batch';
import { zeroOptimizer } from './initial-weights';
import { objective } from './objective';
import { createOptimizer, type Optimizer } from './optimizer';

/** Owns tensors: `dispose()` when done. */
export class Network {
  readonly autoencoder: Autoencoder;
  readonly shape: SampleShape;
  /** Updates made so far. */
  step: number;
  /** Training images shown so far. */
  samplesSeen: number;
  #experiment: Experiment;
  #optimizer: Optimizer;

  constructor(checkpoint: Checkpoint, shape: SampleShape) {
    this.shape = shape;
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

  /**
   * One update on a batch `[count, sampleSize]`.
   * @returns the loss before the update, a scalar that the caller disposes of
   */
  trainOn({ clean, noisy }: Batch): tf.Scalar {
    const size = sampleSize(this.shape);
    const count = clean.length / size;
    const target = tf.tensor2d(clean, [count, size]);
    const input = noisy === clean ? target : tf.tensor2d(noisy, [count, size]);
    const { value, grads } = tf.variableGrads(() => {
      const logits = this.autoencoder.decodeLogits(this.autoencoder.encode(input));
      return objective(this.#experiment, target, logits).total;
    }, [...this.autoencoder.variables]);
    const gradients = this.autoencoder.variables.map(({ name }) => grads[name] as tf.Tensor);
    this.#optimizer.update(this.#experiment, gradients);
    tf.dispose([target, input, gradients]);
    this.step++;
    this.samplesSeen += count;
    return value;
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
