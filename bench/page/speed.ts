// The page of the speed bench: holds the contenders of one network, each in its worker, and passes the turns on, so that
// only one computes at a time. Called by bench/speed.mjs through `window.speed`.
import { wrap, type Remote } from 'comlink';
import type { Contender, Job } from './contenders/contender';
import { networks, type NetworkId } from './networks';

const workers = {
  ours: () => new Worker(new URL('./contenders/ours.ts', import.meta.url), { type: 'module' }),
  'tfjs-fit': () => new Worker(new URL('./contenders/tfjs-fit.ts', import.meta.url), { type: 'module' }),
  'tfjs-gradients': () =>
    new Worker(new URL('./contenders/tfjs-gradients.ts', import.meta.url), { type: 'module' }),
  jax: () => new Worker(new URL('./contenders/jax.ts', import.meta.url), { type: 'module' }),
};

export type ContenderKind = keyof typeof workers;

interface Seat {
  worker: Worker;
  contender: Remote<Contender>;
}

const seats = new Map<string, Seat>();

const speed = {
  isolated: self.crossOriginIsolated,
  cores: navigator.hardwareConcurrency,
  settingsOf: (network: NetworkId) => networks[network],

  /** Starts a contender under a name. Resolves with what it runs on. */
  async open(name: string, kind: ContenderKind, job: Job): Promise<string> {
    const worker = workers[kind]();
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(`${name}: ${event.message}`)));
    });
    const contender = wrap<Contender>(worker);
    seats.set(name, { worker, contender });
    return Promise.race([contender.open(job), failed]);
  },

  losses: (name: string, steps: number): Promise<number[]> => seated(name).losses(steps),

  /** Milliseconds for that many steps. */
  time: (name: string, steps: number): Promise<number> => seated(name).time(steps),

  close(name: string): void {
    seats.get(name)?.worker.terminate();
    seats.delete(name);
  },
};

function seated(name: string): Remote<Contender> {
  const seat = seats.get(name);
  if (!seat) throw new Error(`${name} is not open`);
  return seat.contender;
}

declare global {
  interface Window {
    speed: typeof speed;
  }
}

window.speed = speed;
