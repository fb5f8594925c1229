// What the speed bench asks of every contender. Each lives in a worker of its own: tfjs is one global a realm, and our
// kernels replace tfjs's.
import { expose } from 'comlink';
import type { NetworkId } from '../networks';

export type BenchBackend = 'wasm' | 'webgl' | 'cpu';

export interface Job {
  network: NetworkId;
  /** How many of the first training images there are, at most; cut to whole batches. */
  images: number;
  backend: BenchBackend;
  /** For a backend with threads; 1 is none. */
  threads: number;
}

/** One network in training. Step `k` (from 0) learns from batch `k` of the images in their order, over and over. */
export interface Contender {
  /** Builds the network with the weights that all begin with. Resolves with what it runs on, for the read-out. */
  open(job: Job): Promise<string>;
  /** Makes steps and brings the objective of each, before its update. Not to be timed. */
  losses(steps: number): Promise<number[]>;
  /** Makes steps and waits until all are done. Resolves with the time in ms. */
  time(steps: number): Promise<number>;
}

/** Answers the page. Call once, at the end of a worker's module. */
export function serve(contender: Contender): void {
  expose(contender);
}
