// The floor of a step: the multiply-adds of its products at the rate that every core reaches in registers with vectors of 128 bits.
// Nothing is loaded, packed or stored. It takes turns with the contenders, so that it knows the clock rate that they have.
import { wrap, type Remote } from 'comlink';
import { networkPlan } from '../../src/catalog/architectures/registry';
import type { FloorThread } from './contenders/floor';
import { networks, type NetworkId } from './networks';

/** Multiply-adds of a round of `FloorThread.run`. */
const ofARound = 12 * 4;

export class Floor {
  readonly #threads: { worker: Worker; thread: Remote<FloorThread> }[];
  readonly #roundsPerStep: number;

  /** @param network of dense layers, on images of 28 x 28 */
  constructor(network: NetworkId, threads: number) {
    this.#threads = Array.from({ length: threads }, () => {
      const worker = new Worker(new URL('./contenders/floor.ts', import.meta.url), { type: 'module' });
      return { worker, thread: wrap<FloorThread>(worker) };
    });
    this.#roundsPerStep = multiplyAddsOfAStep(network) / ofARound / threads;
  }

  /** @param binary bench/assembly/instruction-limit.ts, compiled */
  async compile(binary: number[]): Promise<void> {
    await Promise.all(this.#threads.map(({ thread }) => thread.compile(binary)));
  }

  /** Milliseconds of so many steps. */
  async time(steps: number): Promise<number> {
    const rounds = Math.round(steps * this.#roundsPerStep);
    return Math.max(...(await Promise.all(this.#threads.map(({ thread }) => thread.run(rounds)))));
  }

  close(): void {
    for (const { worker } of this.#threads) worker.terminate();
  }
}

/** Of the products: the layers' own, and the gradients of their weights and (but for the first) of their inputs. */
function multiplyAddsOfAStep(network: NetworkId): number {
  const experiment = networks[network];
  const { layers } = networkPlan(experiment, [28, 28, 1]);
  const weights = layers.map(({ kernelShape: [inputs = 0, outputs = 0] }) => inputs * outputs);
  const products = weights.reduce((sum, count, layer) => sum + count * (layer === 0 ? 2 : 3), 0);
  return products * experiment.batchSize;
}
