// A training loop with a simulated clock, for tests.
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import { sampleOrder } from '../dataset/sample-order';
import type { TrainingData, TrainingStep } from '../training/loop/train';
import { tinyExperiment, tinySamples } from './tiny/tiny';

const shape = [4, 4, 1];
export const samples = tinySamples(shape, 160);

/** A tiny network, and its data in two shards of 80. */
export function setUp(patch: ExperimentPatch = {}, ready: () => number = () => samples.count) {
  const network = new Network(initialCheckpoint(tinyExperiment(patch), shape), shape, samples.count);
  const data: TrainingData = { train: samples, order: sampleOrder([80, 80], 1), ready };
  return { network, data };
}

/** A clock on which every step takes `msPerCall`. */
export const clock = (msPerCall: number) => {
  let now = 0;
  return () => (now += msPerCall);
};

export async function lossesOf(
  loop: AsyncGenerator<TrainingStep, void, void>,
  pulls: number,
): Promise<number[]> {
  return (await stepsOf(loop, pulls)).flatMap(({ losses }) => Array.from(losses));
}

/** The pulls that yielded losses. */
export async function stepsOf(loop: AsyncGenerator<TrainingStep, void, void>, pulls: number) {
  const steps: Extract<TrainingStep, { kind: 'losses' }>[] = [];
  for (let i = 0; i < pulls; i++) {
    const { value } = await loop.next();
    if (value?.kind === 'losses') steps.push(value);
  }
  return steps;
}
