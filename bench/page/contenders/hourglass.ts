// Hourglass as the engine trains: its backend, network and training loop, without views.
import type { Samples } from '../../../src/core/samples/samples';
import { probeCapabilities, startBackend } from '../../../src/engine/backends/choice/backend';
import { initialCheckpoint } from '../../../src/engine/network/weights/initial-weights';
import { tileInUse } from '../../../src/engine/kernels/wasm/install';
import type { Tile } from '../../../src/engine/kernels/wasm/kernel-module';
import { Network } from '../../../src/engine/network/network';
import { train } from '../../../src/engine/training/loop/train';
import { networks, signalLengths } from '../networks';
import type { Contender, Job } from './contender';
import { inOrder, trainingImages } from './training-images';
import { backendText } from '../backend-text';

export class Hourglass implements Contender {
  #network: Network | null = null;
  #samples: Samples | null = null;

  async open({ network, images, backend, threads }: Job): Promise<string> {
    // As on a host that sends no isolation headers, which is where there is one thread.
    if (threads === 1) Object.defineProperty(globalThis, 'crossOriginIsolated', { value: false });
    const report = await startBackend(backend, await probeCapabilities(() => undefined));
    if (report.name !== backend)
      throw new Error(`expected ${backend}, got ${report.name}: ${report.reason.code}`);
    const experiment = networks[network];
    this.#samples = await trainingImages(images, experiment.batchSize, signalLengths[network]);
    const { shape, count } = this.#samples;
    this.#network = new Network(initialCheckpoint(experiment, shape), shape, count);
    return backendText(report);
  }

  async losses(steps: number): Promise<number[]> {
    const [network, samples] = [this.#network, this.#samples];
    if (!network || !samples) throw new Error('not open');
    const lastStep = network.step + steps;
    const training = train(network, {
      train: samples,
      order: { take: (seen, count) => inOrder(samples.count, seen, count) },
      ready: () => samples.count,
      lastStep: () => lastStep,
    });
    const losses: number[] = [];
    for await (const pull of training) {
      if (pull.kind === 'waiting') throw new Error('all images are there');
      losses.push(...pull.losses);
    }
    return losses;
  }

  /** The tile of the matrix product that proved faster. */
  tile(): Tile {
    return tileInUse();
  }

  async time(steps: number): Promise<number> {
    const startedMs = performance.now();
    // Reading the losses waits for the last step; the engine reads them too.
    await this.losses(steps);
    return performance.now() - startedMs;
  }
}
