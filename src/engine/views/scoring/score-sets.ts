// Scores whole sets chunk by chunk under one set of weights. The caller runs a chunk between two slices of training, as often as
// training's share allows, and ends the work by not going on.
import type { Judged, ScoredSamples, ScoredSets } from '../../../core/engine-api/scoring';
import { isCodeScore, type ScoreKind } from '../../../core/anomaly/score-kind';
import { sampleSize } from '../../../core/samples/samples';
import type { OpenDataset } from '../../dataset/dataset-slot';
import { imagesAt, range } from '../../dataset/test-set';
import type { FrozenNetwork } from '../../network/frozen-network';
import { scoreRows } from './score-rows';

type Scoring = Pick<FrozenNetwork, 'autoencoder' | 'experiment' | 'shape'>;

const rowsAtOnce = 250;

/** Yields the completed share, in [0, 1], after every chunk; null before all data has arrived. */
export async function* scoreSets(
  network: Scoring,
  { handle, subsetOf }: Pick<OpenDataset, 'handle' | 'subsetOf'>,
  kind: ScoreKind,
): AsyncGenerator<number, Omit<ScoredSets, 'runId' | 'step'> | null, void> {
  const { train, test } = handle;
  if (!handle.testReady() || handle.trainReady() < train.count) return null;
  const subset = subsetOf(network.experiment);
  const heldOut = subset.heldOut();
  const trained = isCodeScore(kind) ? subset.first(train.count) : new Uint32Array(0);
  const along = train.windows ? range(0, train.count) : new Uint32Array(0);
  const total = test.count + heldOut.length + trained.length + along.length;
  let done = 0;
  async function* judge(count: number, rowsFrom: (first: number, count: number) => Float32Array) {
    const made = collector(kind, network.experiment.codeSize, count);
    for (let first = 0; first < count; first += rowsAtOnce) {
      const rows = rowsFrom(first, Math.min(rowsAtOnce, count - first));
      await made.add(network, rows, first, false);
      done += rowsAtOnce;
      yield Math.min(1, done / total);
    }
    return made.judged;
  }
  const rowsOf = (indices: Uint32Array) => (first: number, count: number) =>
    imagesAt(train, indices.subarray(first, first + count));
  const ofTest = yield* judge(test.count, (first, count) => imagesAt(test, range(first, count)));
  const validation = heldOut.length > 0 ? yield* judge(heldOut.length, rowsOf(heldOut)) : null;
  const codes = isCodeScore(kind) ? yield* judge(trained.length, rowsOf(trained)) : null;
  const training = train.windows ? yield* judge(along.length, rowsOf(along)) : null;
  return {
    kind,
    codeSize: network.experiment.codeSize,
    training,
    test: ofTest,
    labels: test.labels.slice(),
    validation,
    train: codes && 'codes' in codes ? codes.codes : null,
  };
}

/** As `scoreSets`, for given samples `[n, sampleSize]`; null where their size is not the network's. */
export async function* scoreGiven(
  network: Scoring,
  kind: ScoreKind,
  samples: Float32Array,
): AsyncGenerator<number, Omit<ScoredSamples, 'runId' | 'step'> | null, void> {
  const size = sampleSize(network.shape);
  const count = samples.length / size;
  if (!Number.isInteger(count) || count === 0) return null;
  const reconstructions = new Float32Array(samples.length);
  const made = collector(kind, network.experiment.codeSize, count);
  for (let first = 0; first < count; first += rowsAtOnce) {
    const rows = samples.subarray(first * size, (first + rowsAtOnce) * size);
    reconstructions.set((await made.add(network, rows, first, true)) ?? [], first * size);
    yield Math.min(1, (first + rowsAtOnce) / count);
  }
  return { kind, codeSize: network.experiment.codeSize, judged: made.judged, reconstructions };
}

/** Puts the scores, or the codes, of chunks together. */
function collector(kind: ScoreKind, codeSize: number, count: number) {
  const judged: Judged = isCodeScore(kind)
    ? { codes: new Float32Array(count * codeSize) }
    : { scores: new Float32Array(count) };
  return {
    judged,
    /** Returns the reconstructions. */
    async add(network: Scoring, rows: Float32Array, first: number, withReconstructions: boolean) {
      const { scores, codes, reconstructions } = await scoreRows(
        network,
        kind,
        rows,
        first,
        withReconstructions,
      );
      if ('codes' in judged) judged.codes.set(codes, first * codeSize);
      else judged.scores.set(scores ?? [], first);
      return reconstructions;
    },
  };
}
