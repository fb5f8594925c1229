// The page of bench/engine-costs.mjs: starts workers with counters in them, and passes its questions on.
import { wrap, type Remote } from 'comlink';
import type { Contender, Job } from './contenders/contender';
import type { Counters, Counts, Held } from './counters';
import type { Growth } from './growth-worker';

const workers = {
  ours: () => new Worker(new URL('./counted-ours.ts', import.meta.url), { type: 'module' }),
  'tfjs-fit': () => new Worker(new URL('./counted-tfjs-fit.ts', import.meta.url), { type: 'module' }),
};

interface Subject {
  worker: Worker;
  contender: Remote<Contender>;
  counters: Remote<Counters>;
}

let subject: Subject | null = null;

function opened(): Subject {
  if (!subject) throw new Error('nothing is open');
  return subject;
}

const engineCosts = {
  /** Resolves with what it runs on. */
  async open(kind: keyof typeof workers, job: Job): Promise<string> {
    const worker = workers[kind]();
    const contender = wrap<Contender>(worker);
    // Its answer says that the module, and with it the counters, is there.
    const backend = await contender.open(job);
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ countersPort: port2 }, [port2]);
    subject = { worker, contender, counters: wrap<Counters>(port1) };
    return backend;
  },

  steps: (count: number): Promise<number> => opened().contender.time(count),
  take: (): Promise<Counts> => opened().counters.take(),
  held: (): Promise<Held> => opened().counters.held(),

  /** Bytes of JavaScript's heaps after a collection, workers included; null where the browser does not tell. */
  async heapBytes(): Promise<number | null> {
    if (!performance.measureUserAgentSpecificMemory) return null;
    return (await performance.measureUserAgentSpecificMemory()).bytes;
  },

  close(): void {
    subject?.worker.terminate();
    subject = null;
  },

  /** The worker of `window.growth` is only there once it is wanted. */
  openGrowth(): void {
    const worker = new Worker(new URL('./growth-worker.ts', import.meta.url), { type: 'module' });
    window.growth = wrap<Growth>(worker);
  },
};

declare global {
  interface Performance {
    measureUserAgentSpecificMemory?(): Promise<{ bytes: number }>;
  }
  interface Window {
    engineCosts: typeof engineCosts;
    growth: Remote<Growth>;
  }
}

window.engineCosts = engineCosts;
