// Clocks training steps and what they consist of, on the backend in use.
import * as tf from '@tensorflow/tfjs-core';
import type { RecordedWork, WorkRecorder } from '../../src/engine/kernels/step-recording';

interface PartTime {
  /** A kernel of tfjs's, or `Replay`: all kernels of a recorded forward and backward pass. */
  part: string;
  /** Per step. */
  calls: number;
  ms: number;
}

export interface StepTime {
  /** With the timers. */
  msPerStep: number;
  /** Longest first. What a part calls counts for that alone. */
  parts: PartTime[];
  /** The rest of the step. */
  betweenMs: number;
}

interface Step {
  ms: number;
  parts: Map<string, { calls: number; ms: number }>;
}

/** Collects the times of steps; the parts only between `start` and `stop`, as timers around them cost something. */
export class StepClock {
  readonly #steps: Step[] = [];
  #parts: Step['parts'] = new Map();
  #nestedMs = 0;
  readonly #kernels = tf.getKernelsForBackend(tf.getBackend());

  start(): void {
    for (const config of this.#kernels) {
      const { kernelName, backendName, kernelFunc } = config;
      tf.unregisterKernel(kernelName, backendName);
      tf.registerKernel({
        ...config,
        kernelFunc: (call) => this.#clock(kernelName, () => kernelFunc(call)),
      });
    }
  }

  stop(): void {
    for (const config of this.#kernels) {
      tf.unregisterKernel(config.kernelName, config.backendName);
      tf.registerKernel(config);
    }
  }

  /** A recorder like another, whose replays are clocked. */
  clocked(recorder: WorkRecorder): WorkRecorder {
    const clock = (work: RecordedWork): RecordedWork => ({
      replay: (inputs) => this.#clock('Replay', () => work.replay(inputs)),
      outputs: () => work.outputs(),
      dispose: () => work.dispose(),
    });
    return {
      record(inputs, work, outputsOf) {
        const { made, recorded } = recorder.record(inputs, work, outputsOf);
        return { made, recorded: recorded && clock(recorded) };
      },
    };
  }

  time(step: () => void): void {
    this.#parts = new Map();
    const startedMs = performance.now();
    step();
    this.#steps.push({ ms: performance.now() - startedMs, parts: this.#parts });
    // what is clocked between two of these steps belongs to neither
    this.#parts = new Map();
  }

  /** The mean over the faster half of the steps: whatever interrupts a step counts neither for it nor for its parts. */
  mean(): StepTime {
    const steps = this.#steps.toSorted((a, b) => a.ms - b.ms).slice(0, Math.ceil(this.#steps.length / 2));
    const meanOf = (value: (step: Step) => number) =>
      steps.reduce((sum, step) => sum + value(step), 0) / steps.length;
    const names = new Set(steps.flatMap(({ parts }) => [...parts.keys()]));
    const parts = Array.from(names, (part) => ({
      part,
      calls: meanOf((step) => step.parts.get(part)?.calls ?? 0),
      ms: meanOf((step) => step.parts.get(part)?.ms ?? 0),
    })).toSorted((a, b) => b.ms - a.ms);
    const msPerStep = meanOf(({ ms }) => ms);
    return { msPerStep, parts, betweenMs: msPerStep - parts.reduce((sum, { ms }) => sum + ms, 0) };
  }

  #clock<T>(part: string, work: () => T): T {
    const outerMs = this.#nestedMs;
    this.#nestedMs = 0;
    const startedMs = performance.now();
    const made = work();
    const tookMs = performance.now() - startedMs;
    const { calls, ms } = this.#parts.get(part) ?? { calls: 0, ms: 0 };
    this.#parts.set(part, { calls: calls + 1, ms: ms + tookMs - this.#nestedMs });
    this.#nestedMs = outerMs + tookMs;
    return made;
  }
}
