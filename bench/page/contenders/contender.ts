// The interface of every contender in the speed bench. Each has its own worker: tfjs is a global per realm, and our kernels
// replace tfjs's.
import { expose } from 'comlink';
import type { NetworkId } from '../networks';

export type BenchBackend = 'wasm' | 'webgl' | 'webgpu' | 'cpu';

export interface Job {
  network: NetworkId;
  /** Maximum number of training images; cut to whole batches. */
  images: number;
  backend: BenchBackend;
  /** For a backend with threads; 1 means none. */
  threads: number;
}

/** A network in training. Step `k` (from 0) trains on batch `k` of the images in order, over and over. */
export interface Contender {
  /** Builds the network with the shared initial weights. Resolves with a description of the backend. */
  open(job: Job): Promise<string>;
  /** Trains steps and returns the objective of each before its update. Not for timing. */
  losses(steps: number): Promise<number[]>;
  /** Trains steps and waits until all are done. Resolves with the time in ms. */
  time(steps: number): Promise<number>;
}

/** Serves the page's calls. Call once, at the end of a worker's module. */
export function serve(contender: Contender): void {
  expose(contender);
}
