// How step time grows: many networks and data sets side by side in one worker, timed in turns by the page. They train as
// in the engine: its loop, its order of images.
import { expose } from 'comlink';
import { withPatch } from '../../src/core/rules';
import { sampleSize, type Samples } from '../../src/core/samples';
import { probeCapabilities, startBackend } from '../../src/engine/backend';
import { initialCheckpoint } from '../../src/engine/initial-weights';
import { Network } from '../../src/engine/network';
import { sampleOrder, type SampleOrder } from '../../src/engine/sample-order';
import { train } from '../../src/engine/train';
import type { ExperimentPatch } from '../../src/core/experiment';
import { trainingImages } from './contenders/training-images';
import { networks } from './networks';

interface Seat {
  network: Network;
  samples: Samples;
  order: SampleOrder;
}

const seats = new Map<string, Seat>();
let all: Samples | null = null;

function firstOf({ values, labels, shape, classNames }: Samples, count: number): Samples {
  return {
    values: values.slice(0, count * sampleSize(shape)),
    labels: labels.slice(0, count),
    shape,
    count,
    classNames,
  };
}

const growth = {
  async start(): Promise<string> {
    all = await trainingImages(60_000, 1);
    const { name, detail } = await startBackend('wasm', await probeCapabilities(() => undefined));
    return `${name}: ${detail}`;
  },

  /** Builds the reference network with a change, on that many images. */
  add(name: string, patch: ExperimentPatch, images: number): void {
    if (!all) throw new Error('not started');
    const experiment = withPatch(networks.reference, patch);
    const samples = firstOf(all, images);
    const network = new Network(initialCheckpoint(experiment, samples.shape), samples.shape, images);
    seats.set(name, { network, samples, order: sampleOrder([images], experiment.seed) });
  },

  /** Milliseconds for that many steps. */
  async time(name: string, steps: number): Promise<number> {
    const seat = seats.get(name);
    if (!seat) throw new Error(`there is no ${name}`);
    const { network, samples, order } = seat;
    const lastStep = network.step + steps;
    const startedMs = performance.now();
    const data = { train: samples, order, ready: () => samples.count, lastStep: () => lastStep };
    for await (const pull of train(network, data)) {
      if (pull.kind === 'waiting') throw new Error('all images are there');
    }
    return performance.now() - startedMs;
  },

  removeAll(): void {
    for (const { network } of seats.values()) network.dispose();
    seats.clear();
  },
};

export type Growth = typeof growth;

expose(growth);
