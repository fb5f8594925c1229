// A network in training: the autoencoder, its optimizer and its position in the run. It can be reduced to a checkpoint (plain
// arrays) and rebuilt from one; starting, resizing, switching backends and recovering from a fault share this code path.
import * as tf from '@tensorflow/tfjs-core';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Experiment } from '../../core/experiment/experiment';
import type { SampleShape } from '../../core/samples/samples';
import { betaAt, learningRateAt } from '../../core/experiment/schedule';
import { createAutoencoder, type Autoencoder } from './autoencoder';
import { freezeNetwork, type FrozenNetwork } from './frozen-network';
import { zeroOptimizer } from './weights/initial-weights';
import { assignWeights } from './weights/network-weights';
import type { ObjectiveValue } from '../objective/objective';
import { forward, GradientComputer } from './gradients/objective-gradients';
import { hasPlainTerms, plainTerms, type PlainTerms } from '../objective/plain-terms';
import { createOptimizer, type Optimizer } from '../training/optimizer/optimizer';
import type { TrainingBatch } from '../training/batch/training-batch';

/** Owns tensors: `dispose()` when done. */
export class Network {
  readonly autoencoder: Autoencoder;
  readonly shape: SampleShape;
  readonly #trainCount: number;
  /** Number of updates so far. */
  step: number;
  /** Position in the order of the epochs (core/run/checkpoint.ts). */
  samplesPassed: number;
  #experiment: Experiment;
  #optimizer: Optimizer;
  readonly #gradients: GradientComputer;
  readonly #frozen = new Set<FrozenNetwork>();

  /** @param trainCount training images that an epoch passes, for the schedules: all of them, trained on or not */
  constructor(checkpoint: Checkpoint, shape: SampleShape, trainCount: number) {
    this.shape = shape;
    this.#trainCount = trainCount;
    this.#experiment = checkpoint.experiment;
    this.step = checkpoint.step;
    this.samplesPassed = checkpoint.samplesPassed;
    this.autoencoder = createAutoencoder(checkpoint.experiment, shape, checkpoint.weights);
    this.#gradients = new GradientComputer(this.autoencoder);
    this.#optimizer = createOptimizer(
      checkpoint.experiment.optimizer,
      this.autoencoder.variables,
      checkpoint.optimizer,
    );
  }

  get experiment(): Experiment {
    return this.#experiment;
  }

  /** Number of weights and biases. */
  get parameters(): number {
    return this.autoencoder.variables.reduce((sum, variable) => sum + variable.size, 0);
  }

  /** Applies a live change, which keeps the shape of the network. A new optimizer starts with empty state. */
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

  /** Epochs so far, passes over the training set; fractional. Does not jump when other samples are trained on. */
  get epoch(): number {
    return this.samplesPassed / this.#trainCount;
  }

  /** Builds a new network from a checkpoint of this one that surgery has resized. */
  rebuild(checkpoint: Checkpoint): Network {
    return new Network(checkpoint, this.shape, this.#trainCount);
  }

  /**
   * Updates the weights on a batch, which stays the caller's.
   * @param passed samples of the order that the batch was taken from: more than its own where some were passed over
   * @returns the objective before the update and its terms, scalars that the caller disposes of
   */
  async trainOn(batch: TrainingBatch, passed?: number): Promise<ObjectiveValue> {
    return this.update(batch, await this.plainTerms(batch), passed);
  }

  /** The terms of the objective that are computed in plain numbers; costs a forward pass if there are any. */
  async plainTerms({ target, input, codeNoise, weights }: TrainingBatch): Promise<PlainTerms> {
    if (!hasPlainTerms(this.#experiment)) return {};
    const made = tf.tidy(() => {
      const { encoded, logits } = forward(this.autoencoder, input, codeNoise);
      return { logits, codes: encoded.mean };
    });
    const terms = await plainTerms(this.#experiment, target, made.logits, made.codes, weights);
    tf.dispose(made);
    return terms;
  }

  /**
   * `trainOn` for callers that cannot wait.
   * @param plain result of `plainTerms` for this batch
   * @throws Error when a term in plain numbers is missing
   */
  update(
    batch: TrainingBatch,
    plain: PlainTerms = {},
    passed: number = batch.target.shape[0],
  ): ObjectiveValue {
    const beta = betaAt(this.#experiment, this.epoch);
    const setting = { experiment: this.#experiment, beta, plain };
    const { value, gradients } = this.#gradients.compute(batch, setting);
    const { gradientClip, weightDecay } = this.#experiment;
    const learningRate = learningRateAt(this.#experiment, this.epoch);
    this.#optimizer.update({ learningRate, weightDecay, gradientClip }, gradients);
    tf.dispose(gradients);
    this.step++;
    this.samplesPassed += passed;
    return value;
  }

  /** Everything needed to continue elsewhere. */
  async checkpoint(): Promise<Checkpoint> {
    const { step, samplesPassed } = this;
    const experiment = this.#experiment;
    const [weights, optimizer] = await Promise.all([
      Promise.all(this.autoencoder.variables.map(async (v) => new Float32Array(await v.data<'float32'>()))),
      this.#optimizer.state(),
    ]);
    return { experiment, step, samplesPassed, weights, optimizer };
  }

  /** Restores a checkpoint of the same shape. If another optimizer made it, the current one starts with empty state. */
  restore(checkpoint: Checkpoint): void {
    assignWeights(this.autoencoder.variables, checkpoint.weights);
    const sameOptimizer = checkpoint.experiment.optimizer === this.#experiment.optimizer;
    this.#optimizer.restore(
      sameOptimizer ? checkpoint.optimizer : zeroOptimizer(this.#experiment, checkpoint.weights),
    );
    this.step = checkpoint.step;
    this.samplesPassed = checkpoint.samplesPassed;
  }

  /** A copy at this step, which is disposed of with this network at the latest. */
  async freeze(): Promise<FrozenNetwork> {
    const frozen = await freezeNetwork(this, (done) => this.#frozen.delete(done));
    this.#frozen.add(frozen);
    return frozen;
  }

  dispose(): void {
    this.#frozen.forEach((frozen) => frozen.dispose());
    this.#gradients.dispose();
    this.#optimizer.dispose();
    this.autoencoder.dispose();
  }
}
