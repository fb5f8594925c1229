// For tests only: an AudioContext without sound, whose clock the test turns.
import type { SoundContext } from './sound-context';

interface FakeGain {
  readonly id: number;
  /** The gain at a time, as the scheduled changes give it. */
  readonly at: (seconds: number) => number;
}

export interface FakeSource {
  readonly buffer: { readonly samples: Float32Array };
  readonly startedAt: number;
  readonly from: number;
  loop: boolean;
  stoppedAt: number | null;
  onended: (() => void) | null;
  readonly gain: FakeGain;
}

export interface FakeContext extends SoundContext {
  currentTime: number;
  readonly sources: FakeSource[];
  state: 'running' | 'suspended' | 'closed';
}

type Change = { readonly seconds: number; readonly value: number; readonly isRamp: boolean };

/** @param refuses whether it never comes to sound */
export function createFakeContext(refuses = false): FakeContext {
  const sources: FakeSource[] = [];
  let gains = 0;

  function createGain() {
    let changes: Change[] = [];
    const at = (seconds: number) => {
      let [value, since] = [1, 0];
      for (const change of changes) {
        if (change.seconds > seconds) {
          const share = (seconds - since) / (change.seconds - since);
          return change.isRamp ? value + share * (change.value - value) : value;
        }
        [value, since] = [change.value, change.seconds];
      }
      return value;
    };
    const add = (value: number, seconds: number, isRamp: boolean) => changes.push({ seconds, value, isRamp });
    return {
      id: ++gains,
      at,
      connect: () => undefined,
      disconnect: () => undefined,
      gain: {
        setValueAtTime: (value: number, seconds: number) => add(value, seconds, false),
        linearRampToValueAtTime: (value: number, seconds: number) => add(value, seconds, true),
        setTargetAtTime: (value: number, seconds: number) => add(value, seconds, false),
        cancelScheduledValues: (from: number) => (changes = changes.filter(({ seconds }) => seconds < from)),
      },
    };
  }

  const context = {
    currentTime: 0,
    state: 'suspended',
    destination: {},
    sources,
    createGain,
    createBuffer(_: number, length: number) {
      const samples = new Float32Array(length);
      return { samples, getChannelData: () => samples };
    },
    createBufferSource() {
      const source = {
        buffer: null,
        gain: null as unknown,
        loop: false,
        stoppedAt: null as number | null,
        onended: null,
        connect: (gain: unknown) => (source.gain = gain),
        start: (startedAt: number, from: number) =>
          sources.push(Object.assign(source, { startedAt, from }) as unknown as FakeSource),
        stop: (seconds: number) => (source.stoppedAt = seconds),
      };
      return source;
    },
    resume() {
      if (refuses) return new Promise<void>(() => undefined);
      context.state = 'running';
      return Promise.resolve();
    },
    suspend() {
      context.state = 'suspended';
      return Promise.resolve();
    },
    close() {
      context.state = 'closed';
      return Promise.resolve();
    },
  };
  return context as unknown as FakeContext;
}
