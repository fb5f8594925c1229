// Measures how the step time grows: many networks and data sets side by side in one worker, timed in turns by the page. They
// train with the engine's loop and sample order.
import { expose } from 'comlink';
import { withPatch } from '../../src/core/experiment/rules';
import { sampleSize, type Samples } from '../../src/core/samples/samples';
import { probeCapabilities, startBackend } from '../../src/engine/backends/choice/backend';
import { initialCheckpoint } from '../../src/engine/network/weights/initial-weights';
import { Network } from '../../src/engine/network/network';
import { sampleOrder, type SampleOrder } from '../../src/engine/dataset/sample-order';
import { train } from '../../src/engine/training/loop/train';
import type { ExperimentPatch } from '../../src/core/experiment/experiment';
import { trainingImages } from './contenders/training-images';
import { networks } from './networks';
import { backendText } from './backend-text';

interface Subject {
  network: Network;
  samples: Samples;
  order: SampleOrder;
}

const subjects = new Map<string, Subject>();
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
    return backendText(await startBackend('wasm', await probeCapabilities(() => undefined)));
  },

  /** Builds the reference network, changed by a patch, on this many images. */
  add(name: string, patch: ExperimentPatch, images: number): void {
    if (!all) throw new Error('not started');
    const experiment = withPatch(networks.reference, patch);
    const samples = firstOf(all, images);
    const network = new Network(initialCheckpoint(experiment, samples.shape), samples.shape, images);
    subjects.set(name, { network, samples, order: sampleOrder([images], experiment.seed) });
  },

  /** Milliseconds for this many steps. */
  async time(name: string, steps: number): Promise<number> {
    const subject = subjects.get(name);
    if (!subject) throw new Error(`there is no ${name}`);
    const { network, samples, order } = subject;
    const lastStep = network.step + steps;
    const startedMs = performance.now();
    const data = { train: samples, order, ready: () => samples.count, lastStep: () => lastStep };
    for await (const pull of train(network, data)) {
      if (pull.kind === 'waiting') throw new Error('all images are there');
    }
    return performance.now() - startedMs;
  },

  removeAll(): void {
    for (const { network } of subjects.values()) network.dispose();
    subjects.clear();
  },
};

export type Growth = typeof growth;

expose(growth);
