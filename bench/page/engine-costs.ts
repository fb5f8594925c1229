// The page of bench/engine-costs.mjs: starts workers with counters, and forwards its calls.
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

function openSubject(): Subject {
  if (!subject) throw new Error('no contender is open');
  return subject;
}

const engineCosts = {
  /** Resolves with a description of the backend. */
  async open(kind: keyof typeof workers, job: Job): Promise<string> {
    const worker = workers[kind]();
    const contender = wrap<Contender>(worker);
    // The answer shows that the module, and with it the counters, has loaded.
    const backend = await contender.open(job);
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ countersPort: port2 }, [port2]);
    subject = { worker, contender, counters: wrap<Counters>(port1) };
    return backend;
  },

  steps: (count: number): Promise<number> => openSubject().contender.time(count),
  take: (): Promise<Counts> => openSubject().counters.take(),
  held: (): Promise<Held> => openSubject().counters.held(),

  /** Bytes of the JavaScript heaps after a collection, workers included; null if the browser does not say. */
  async heapBytes(): Promise<number | null> {
    if (!performance.measureUserAgentSpecificMemory) return null;
    return (await performance.measureUserAgentSpecificMemory()).bytes;
  },

  close(): void {
    subject?.worker.terminate();
    subject = null;
  },

  /** The worker of `window.growth`, started on first use. */
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
