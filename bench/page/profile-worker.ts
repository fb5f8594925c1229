// Profiles a training step on WASM, kernel by kernel, and compares the matrix product with the processor's peak rate.
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { familyPatch } from '../../src/catalog/families/registry';
import { defaultExperiment } from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';
import { probeCapabilities, startBackend } from '../../src/engine/backends/choice/backend';
import { offerRecorder, workRecorder } from '../../src/engine/kernels/step-recording';
import { initialCheckpoint } from '../../src/engine/network/weights/initial-weights';
import { Network } from '../../src/engine/network/network';
import { disposeObjective } from '../../src/engine/objective/objective';
import { disposeBatch, trainingBatch } from '../../src/engine/training/batch/training-batch';
import { inOrder, trainingImages } from './contenders/training-images';
import { convolutionTimes, type ConvolutionShape, type ConvolutionTimes } from './convolution-times';
import { networks } from './networks';
import { StepClock, type StepTime } from './step-clock';
import { median } from '../numbers.mjs';
import { backendText } from './backend-text';

export interface StepProfile {
  /** Of a step without timers, replayed where steps are, as people train. */
  msPerStep: number;
  /** With a timer around each kernel, and around the replay of the recorded ones. */
  replayed: StepTime;
  /** With a timer around each kernel; every step goes through autodiff, layers and tensors. */
  unrecorded: StepTime;
}

export interface Product {
  m: number;
  n: number;
  k: number;
  transposeA: boolean;
  transposeB: boolean;
}

const { reference, vae, convolutional } = networks;
const preset = (family: 'sparse' | 'denoising') =>
  withPatch(defaultExperiment, familyPatch(family, defaultExperiment));
const profiled = { reference, sparse: preset('sparse'), denoising: preset('denoising'), vae, convolutional };

const images = 6000;

const profiler = {
  async start(): Promise<string> {
    return backendText(await startBackend('wasm', await probeCapabilities(() => undefined)));
  },

  /** Minimum seconds of one call of `multiplyAdds(count)` and of `chain(count)` in bench/assembly/instruction-limit.ts. */
  async limit(binary: number[], count: number): Promise<{ multiplyAdds: number; chain: number }> {
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(binary));
    const { multiplyAdds, chain } = instance.exports as Record<string, (...args: number[]) => number>;
    const fewestSeconds = async (work: (times: number) => unknown) => {
      // browsers optimise only code that has run often
      repeat(400, () => work(count / 1000));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return Math.min(...repeat(25, () => timeMs(() => work(count)))) / 1000;
    };
    return {
      multiplyAdds: await fewestSeconds((times) => multiplyAdds?.(times)),
      chain: await fewestSeconds((times) => chain?.(times, 3, 5)),
    };
  },

  /** Least milliseconds of one call of `move(read, written)` in bench/assembly/memory-limit.ts. */
  async move(binary: number[], read: number, written: number): Promise<number> {
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(binary));
    const { move } = instance.exports as Record<string, (...args: number[]) => number>;
    const calls = Math.ceil(2e7 / (read + written));
    repeat(20, () => move?.(read, written, calls));
    return Math.min(...repeat(10, () => timeMs(() => move?.(read, written, calls)))) / calls;
  },

  /** Median milliseconds of one product through tfjs's `matMul`. */
  product({ m, n, k, transposeA, transposeB }: Product): number {
    const a = tf.randomUniform(transposeA ? [k, m] : [m, k]);
    const b = tf.randomUniform(transposeB ? [n, k] : [k, n]);
    const multiply = () => tf.matMul(a, b, transposeA, transposeB).dispose();
    const calls = Math.max(1, Math.round(2e8 / (2 * m * n * k)));
    const times = repeat(15, () => timeMs(() => repeat(calls, multiply)) / calls);
    tf.dispose([a, b]);
    return median(times);
  },

  convolution: (shape: ConvolutionShape): ConvolutionTimes => convolutionTimes(shape),

  async step(network: keyof typeof profiled): Promise<StepProfile> {
    const experiment = profiled[network];
    const samples = await trainingImages(images, experiment.batchSize);
    const net = new Network(initialCheckpoint(experiment, samples.shape), samples.shape, samples.count);
    const step = () => {
      const indices = inOrder(samples.count, net.samplesPassed, experiment.batchSize);
      const batch = trainingBatch(samples, indices, net.experiment, net.step);
      disposeObjective(net.update(batch));
      disposeBatch(batch);
    };
    repeat(150, step);
    const recorder = workRecorder() ?? null;
    const [plain, replayed, unrecorded] = [new StepClock(), new StepClock(), new StepClock()];
    const clockedRecorder = recorder && replayed.clocked(recorder);
    const turn = (clock: StepClock) => {
      repeat(5, step);
      repeat(25, () => clock.time(step));
    };
    // They take turns, because the machine is not equally fast all the time.
    for (let round = 0; round < 4; round++) {
      turn(plain);
      for (const [clock, used] of [
        [replayed, clockedRecorder],
        [unrecorded, null],
      ] as const) {
        offerRecorder(tf.backend(), used);
        clock.start();
        turn(clock);
        clock.stop();
      }
      offerRecorder(tf.backend(), recorder);
    }
    net.dispose();
    return {
      msPerStep: plain.mean().msPerStep,
      replayed: replayed.mean(),
      unrecorded: unrecorded.mean(),
    };
  },
};

export type Profiler = typeof profiler;

function repeat<T>(times: number, work: () => T): T[] {
  return Array.from({ length: times }, work);
}

/** Milliseconds. */
function timeMs(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

expose(profiler);
