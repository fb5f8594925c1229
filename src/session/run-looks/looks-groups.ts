// Which of the compared runs can be given the same samples: those on one data set, with samples of one shape.
import { isNoisy, type Noise } from '../../catalog/corrupt';
import { suitedLevel } from '../../catalog/corruptions/noise-level';
import { samplesKey, trainedOn } from '../../core/experiment/trained-on';
import type { Experiment } from '../../core/experiment/experiment';
import { narrowestWidth } from '../analysis/linear/linear-rivals';
import type { RunEntry } from '../archive/run-entry';
import { noAnswers, type LooksGroup, type PcaLook, type RunLook } from './look-state';

/**
 * The runs by group, in the order in which they are given.
 * @param before what is known of them: answers of the same weights are kept
 */
export function groupRuns(entries: readonly RunEntry[], before: readonly LooksGroup[]): LooksGroup[] {
  const byKey = new Map<string, RunEntry[]>();
  for (const entry of entries) {
    const key = groupKey(entry);
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return [...byKey].map(([key, members]) => {
    const known = before.find((group) => group.key === key);
    return {
      ...(known ?? newGroup(key, members)),
      runs: members.map((entry) => lookOf(entry, known)),
      pca: pcaLooks(members, known?.pca ?? []),
    };
  });
}

function groupKey({ experiment, data }: RunEntry): string {
  return JSON.stringify([experiment.dataset, data.shape]);
}

function newGroup(key: string, members: readonly RunEntry[]): Omit<LooksGroup, 'runs' | 'pca'> {
  const experiments = members.map(({ experiment }) => experiment);
  const [first] = members;
  if (first === undefined) throw new RangeError('a group without runs');
  return {
    key,
    data: first.data,
    noise: noisesOf(experiments)[0] ?? usualNoise(first.experiment),
    shown: 'clean',
    pick: 0,
    test: null,
    ten: null,
    measured: null,
    drawing: null,
    failure: null,
    pcaProgress: null,
    pcaFailure: null,
  };
}

/** Gaussian noise at a level that suits the data. */
function usualNoise({ dataset, outputActivation, seed }: Experiment): Noise {
  return {
    noise: 'gaussian',
    noiseLevel: suitedLevel({ dataset, outputActivation, noise: 'gaussian' }),
    seed,
  };
}

/** The noises that runs train with, each once. */
export function noisesOf(experiments: readonly Noise[]): Noise[] {
  const found = new Map<string, Noise>();
  for (const { noise, noiseLevel, seed } of experiments) {
    const key = `${noise} ${noiseLevel}`;
    if (isNoisy({ noise, noiseLevel }) && !found.has(key)) found.set(key, { noise, noiseLevel, seed });
  }
  return [...found.values()];
}

function lookOf(entry: RunEntry, known: LooksGroup | undefined): RunLook {
  const look = known?.runs.find(({ entry: { id } }) => id === entry.id);
  if (look !== undefined && isSameNetwork(look.entry, entry)) return { ...look, entry };
  return { ...noAnswers, entry, step: null, map: null, problem: null };
}

/** Labels may differ: they change nothing in the network. */
function isSameNetwork(a: RunEntry, b: RunEntry): boolean {
  return a.step === b.step && sizesOf(a.experiment) === sizesOf(b.experiment);
}

function sizesOf({ codeSize, architecture }: Experiment): string {
  return `${architecture} ${codeSize}`;
}

/** One for each choice of samples and width, of the narrowest first. */
function pcaLooks(entries: readonly RunEntry[], known: readonly PcaLook[]): PcaLook[] {
  const looks = new Map<string, PcaLook>();
  for (const { experiment, data } of entries) {
    const size = narrowestWidth(experiment, data.shape);
    const key = `${samplesKey(experiment)} ${size}`;
    const look = known.find((one) => one.key === key) ?? {
      ...noAnswers,
      key,
      of: trainedOn(experiment),
      size,
    };
    looks.set(key, look);
  }
  return [...looks.values()].sort((a, b) => a.size - b.size);
}
