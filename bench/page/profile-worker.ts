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
import { median } from '../numbers.mjs';
import { backendText } from './backend-text';

export interface KernelTime {
  kernel: string;
  /** Per step. */
  calls: number;
  ms: number;
}

export interface StepProfile {
  backend: string;
  steps: number;
  /** Median of a step without timers, replayed where steps are. */
  msPerStep: number;
  /** With a timer around each kernel, longest first. Steps are not recorded here, because a replay calls no kernels of tfjs. */
  kernels: KernelTime[];
  /** The rest of a step with timers: autodiff, layers, tensors. */
  betweenMs: number;
  /** The rest of a step without timers. */
  betweenReplayedMs: number;
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
    repeat(20, step);
    const msPerStep = median(repeat(80, () => timeMs(step)));
    const recorder = workRecorder() ?? null;
    offerRecorder(tf.backend(), null);
    repeat(20, step);
    const clocks = clockKernels();
    const steps = 80;
    const total = timeMs(() => repeat(steps, step));
    const kernels = clocks.stop().map(({ kernel, calls, ms }) => ({
      kernel,
      calls: calls / steps,
      ms: ms / steps,
    }));
    offerRecorder(tf.backend(), recorder);
    net.dispose();
    const inKernels = kernels.reduce((sum, { ms }) => sum + ms, 0);
    return {
      backend: tf.getBackend(),
      steps,
      msPerStep,
      kernels: kernels.toSorted((a, b) => b.ms - a.ms),
      betweenMs: total / steps - inKernels,
      betweenReplayedMs: msPerStep - inKernels,
    };
  },
};

export type Profiler = typeof profiler;

/** Times every kernel of the backend; the time of a nested kernel also counts for its caller. */
function clockKernels(): { stop(): KernelTime[] } {
  const times = new Map<string, KernelTime>();
  const originals = tf.getKernelsForBackend(tf.getBackend());
  for (const config of originals) {
    const { kernelName: kernel, backendName, kernelFunc } = config;
    tf.unregisterKernel(kernel, backendName);
    tf.registerKernel({
      ...config,
      kernelFunc(call) {
        const startedMs = performance.now();
        const made = kernelFunc(call);
        const time = times.get(kernel) ?? { kernel, calls: 0, ms: 0 };
        times.set(kernel, { kernel, calls: time.calls + 1, ms: time.ms + performance.now() - startedMs });
        return made;
      },
    });
  }
  return {
    stop() {
      for (const config of originals) {
        tf.unregisterKernel(config.kernelName, config.backendName);
        tf.registerKernel(config);
      }
      return [...times.values()];
    },
  };
}

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
