// The fused updates that engine/training/optimizer/optimizer.ts calls by name. A WebGL program cannot write to its inputs, so
// each update writes new textures and swaps them in, which updates weight and averages in place.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { elementwise, type Elementwise } from './elementwise';
import { addKernel } from './kernel-registration';
import { takeOver } from './tensor-texture';

type Inputs<Slot extends string> = Record<'param' | 'gradient' | Slot, TensorInfo>;

/** Installs the kernels; returns a function that removes them. */
export function installOptimizers(): () => void {
  const remove = [
    addKernel<
      Inputs<'firstMoment' | 'secondMoment'>,
      Record<'stepSize' | 'beta1' | 'beta2' | 'epsilon', number>
    >('AdamUpdate', ({ inputs, attrs: { stepSize, beta1, beta2, epsilon }, backend }) =>
      update(backend, inputs, ['param', 'firstMoment', 'secondMoment'], {
        key: 'AdamUpdate',
        declarations: 'uniform float stepSize, beta1, rest1, beta2, rest2, epsilon;',
        body: `vec4 m = beta1 * firstMoment + rest1 * gradient;
          vec4 v = beta2 * secondMoment + rest2 * gradient * gradient;`,
        results: ['param - stepSize * m / (sqrt(v) + epsilon)', 'm', 'v'],
        floats: { stepSize, beta1, rest1: 1 - beta1, beta2, rest2: 1 - beta2, epsilon },
      }),
    ),
    addKernel<Inputs<'meanSquare'>, Record<'learningRate' | 'decay' | 'epsilon', number>>(
      'RmsPropUpdate',
      ({ inputs, attrs: { learningRate, decay, epsilon }, backend }) =>
        update(backend, inputs, ['param', 'meanSquare'], {
          key: 'RmsPropUpdate',
          declarations: 'uniform float learningRate, decay, rest, epsilon;',
          body: 'vec4 mean = decay * meanSquare + rest * gradient * gradient;',
          results: ['param - learningRate * gradient / (sqrt(mean) + epsilon)', 'mean'],
          floats: { learningRate, decay, rest: 1 - decay, epsilon },
        }),
    ),
    addKernel<Inputs<'velocity'>, Record<'learningRate' | 'momentum', number>>(
      'MomentumUpdate',
      ({ inputs, attrs: { learningRate, momentum }, backend }) =>
        update(backend, inputs, ['param', 'velocity'], {
          key: 'MomentumUpdate',
          declarations: 'uniform float learningRate, momentum;',
          body: 'vec4 next = momentum * velocity + gradient;',
          results: ['param - learningRate * next', 'next'],
          floats: { learningRate, momentum },
        }),
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

/** Runs a program whose results become the next values of the `changed` inputs, in that order. */
function update(
  backend: MathBackendWebGL,
  inputs: Readonly<Record<string, TensorInfo>>,
  changed: readonly string[],
  program: Omit<Elementwise, 'inputs'>,
): TensorInfo[] {
  elementwise(backend, { ...program, inputs }).forEach((next, i) => {
    takeOver(backend, inputs[changed[i] ?? ''] as TensorInfo, next);
  });
  return [];
}
