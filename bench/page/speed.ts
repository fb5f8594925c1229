// The page of the speed bench: runs the contenders of one network, each in its worker, and forwards the turns, so that only one
// computes at a time. bench/speed.mjs calls it through `window.speed`.
import { wrap, type Remote } from 'comlink';
import type { Contender, Job } from './contenders/contender';
import { Floor } from './floor';
import { networkAsData } from './network-as-data';
import type { Hourglass } from './contenders/hourglass';
import { networks, type NetworkId } from './networks';

const workers = {
  ours: () => new Worker(new URL('./contenders/ours.ts', import.meta.url), { type: 'module' }),
  'ours-before': () =>
    new Worker(new URL('./contenders/ours-before.ts', import.meta.url), { type: 'module' }),
  'ours-with-zeros': () =>
    new Worker(new URL('./contenders/ours-with-zeros.ts', import.meta.url), { type: 'module' }),
  'ours-unrecorded': () =>
    new Worker(new URL('./contenders/ours-unrecorded.ts', import.meta.url), { type: 'module' }),
  'tfjs-fit': () => new Worker(new URL('./contenders/tfjs-fit.ts', import.meta.url), { type: 'module' }),
  'tfjs-gradients': () =>
    new Worker(new URL('./contenders/tfjs-gradients.ts', import.meta.url), { type: 'module' }),
  jax: () => new Worker(new URL('./contenders/jax.ts', import.meta.url), { type: 'module' }),
};

export type ContenderKind = keyof typeof workers;

interface OpenContender {
  worker: Worker;
  contender: Remote<Contender>;
}

let floor: Floor | null = null;

const openContenders = new Map<string, OpenContender>();

const speed = {
  isolated: self.crossOriginIsolated,
  cores: navigator.hardwareConcurrency,
  settingsOf: (network: NetworkId) => networks[network],

  networkAsData,

  /** Starts a contender under a name. Resolves with a description of its backend. */
  async open(name: string, kind: ContenderKind, job: Job): Promise<string> {
    const worker = workers[kind]();
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(`${name}: ${event.message}`)));
    });
    const contender = wrap<Contender>(worker);
    openContenders.set(name, { worker, contender });
    return Promise.race([contender.open(job), failed]);
  },

  /** Starts the floor of a network (floor.ts); `timeFloor` in ms. */
  async openFloor(network: NetworkId, threads: number, binary: number[]): Promise<void> {
    floor = new Floor(network, threads);
    await floor.compile(binary);
  },
  timeFloor: (steps: number): Promise<number> =>
    floor?.time(steps) ?? Promise.reject(new Error('no floor is open')),
  closeFloor(): void {
    floor?.close();
    floor = null;
  },

  losses: (name: string, steps: number): Promise<number[]> => contenderNamed(name).losses(steps),

  /** Milliseconds for this many steps. */
  time: (name: string, steps: number): Promise<number> => contenderNamed(name).time(steps),

  /** The tile that our kernels use. @param name of a contender of the kind `ours` */
  tile: (name: string): Promise<string> => (contenderNamed(name) as Remote<Hourglass>).tile(),

  close(name: string): void {
    openContenders.get(name)?.worker.terminate();
    openContenders.delete(name);
  },
};

function contenderNamed(name: string): Remote<Contender> {
  const found = openContenders.get(name);
  if (!found) throw new Error(`${name} is not open`);
  return found.contender;
}

declare global {
  interface Window {
    speed: typeof speed;
  }
}

window.speed = speed;
