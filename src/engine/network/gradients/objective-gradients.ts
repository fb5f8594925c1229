// The objective of a network on a batch, and its gradient. tfjs's autodiff computes both; where the backend can record
// (docs/decisions/0034), a step like the one before is recorded, and the steps after it are replayed.
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../../../core/experiment/experiment';
import { mapTerms, type Terms } from '../../../core/run/objective-terms';
import { workRecorder, type RecordedWork } from '../../kernels/step-recording';
import type { Encoded } from '../../objective/encoded';
import { drawCode, objective, scalarsOf, type ObjectiveValue } from '../../objective/objective';
import type { PlainTerms } from '../../objective/plain-terms';
import type { TrainingBatch } from '../../training/batch/training-batch';
import type { Autoencoder } from '../autoencoder';

/** The objective before the update, and the gradient of each variable. The caller disposes of all of them. */
export interface ObjectiveGradients {
  value: ObjectiveValue;
  /** In the order of the network's variables. Valid until the next step. */
  gradients: tf.Tensor[];
}

/** What the objective depends on besides weights and batch. */
export interface ObjectiveSetting {
  experiment: Experiment;
  /** Weight of the KL term. */
  beta: number;
  plain: PlainTerms;
}

/** A recorded step; `work` is null where it cannot be replayed. */
interface Recorded {
  key: readonly unknown[];
  work: RecordedWork | null;
  /** Where in the outputs the total and the terms are. */
  total: number;
  terms: Terms;
}

/** Computes gradients of one network. Owns the recorded step: `dispose()` when done. */
export class GradientComputer {
  readonly #autoencoder: Autoencoder;
  #lastKey: readonly unknown[] = [];
  #recorded: Recorded | null = null;

  constructor(autoencoder: Autoencoder) {
    this.#autoencoder = autoencoder;
  }

  compute(batch: TrainingBatch, setting: ObjectiveSetting): ObjectiveGradients {
    const recorder = workRecorder();
    // Terms in plain numbers are uploaded anew in every step.
    if (!recorder || Object.keys(setting.plain).length > 0) return this.#differentiate(batch, setting);
    const key = [recorder, ...keyOf(batch, setting, this.#autoencoder.variables)];
    if (this.#recorded && !isSame(key, this.#recorded.key)) this.dispose();
    if (this.#recorded) {
      return this.#recorded.work
        ? asGradients(this.#recorded, this.#recorded.work.replay(inputsOf(batch)))
        : this.#differentiate(batch, setting);
    }
    // A step that differs from the one before, as while the weight of the KL term rises, is not worth the memory.
    const isRepeated = isSame(key, this.#lastKey);
    this.#lastKey = key;
    if (!isRepeated) return this.#differentiate(batch, setting);

    const { made, recorded } = recorder.record(
      inputsOf(batch),
      () => this.#differentiate(batch, setting),
      ({ value, gradients }) => [...scalarsOf(value), ...gradients],
    );
    const scalars = scalarsOf(made.value);
    const place = (scalar: tf.Scalar) => scalars.indexOf(scalar);
    const { total, terms } = made.value;
    const step = { key, work: recorded, total: place(total), terms: mapTerms(terms, place) };
    this.#recorded = step;
    if (!recorded) return made;
    tf.dispose([scalars, made.gradients]);
    return asGradients(step, recorded.outputs());
  }

  #differentiate(
    { target, input, codeNoise, weights }: TrainingBatch,
    { experiment, beta, plain }: ObjectiveSetting,
  ): ObjectiveGradients {
    const autoencoder = this.#autoencoder;
    const kept: ObjectiveValue['terms'][] = [];
    const { value, grads } = tf.variableGrads(() => {
      const { encoded, logits } = forward(autoencoder, input, codeNoise);
      const made = objective(experiment, beta, target, logits, encoded, plain, weights);
      for (const term of Object.values(made.terms)) tf.keep(term as tf.Scalar);
      kept.push(made.terms);
      return made.total;
    }, [...autoencoder.variables]);
    return {
      value: { total: value, terms: kept[0] ?? { reconstruction: value } },
      gradients: autoencoder.variables.map(({ name }) => grads[name] as tf.Tensor),
    };
  }

  dispose(): void {
    this.#recorded?.work?.dispose();
    this.#recorded = null;
    this.#lastKey = [];
  }
}

/** The forward pass of training, `[batch, sampleSize]` to logits of that shape. Call inside `tf.tidy`. */
export function forward(
  autoencoder: Autoencoder,
  input: tf.Tensor2D,
  codeNoise: tf.Tensor2D | null,
): { encoded: Encoded; logits: tf.Tensor2D } {
  const { code, encoded } = drawCode(autoencoder.encode(input), codeNoise);
  return { encoded, logits: autoencoder.decodeLogits(code) };
}

function asGradients(
  { total, terms }: Pick<Recorded, 'total' | 'terms'>,
  outputs: readonly tf.Tensor[],
): ObjectiveGradients {
  const scalar = (place: number) => outputs[place] as tf.Scalar;
  const value = { total: scalar(total), terms: mapTerms(terms, scalar) };
  return { value, gradients: outputs.slice(scalarsOf(value).length) };
}

function inputsOf({ target, input, codeNoise, weights }: TrainingBatch): tf.Tensor[] {
  return [target, input, codeNoise, weights].filter((tensor) => tensor !== null);
}

/**
 * What must be the same for a replay: all that the step reads besides the numbers in its tensors. A variable's data moves when it
 * is assigned.
 */
function keyOf(
  { target, input, codeNoise, weights }: TrainingBatch,
  { experiment, beta }: ObjectiveSetting,
  variables: readonly tf.Variable[],
): unknown[] {
  return [
    ...[experiment, beta, ...target.shape, ...input.shape],
    ...[input.dataId === target.dataId, codeNoise === null, weights === null],
    ...variables.map(({ dataId }) => dataId),
  ];
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, i) => Object.is(part, b[i]));
}
