// Anomalies from outside the test set: another data set, or noise. Scored against the normal test samples, by the network and by
// the baselines, which get the same samples.
import { against, joined } from '../../core/anomaly/by-class';
import type { ScoreKind } from '../../core/anomaly/score-kind';
import { flaggedShare } from '../../core/anomaly/threshold';
import { samplesKey, trainedOn } from '../../core/experiment/trained-on';
import { CodedError } from '../../core/failure';
import { streams, uniform } from '../../core/random';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import type { Run } from '../runs/run';
import { createTask, idle } from '../tasks/task';
import type { AnomaliesState, BaselineId, OtherScores, OtherSource, OtherState } from './anomaly-state';
import { detect } from './scores/detect';
import { scoresFrom, type KnownCodes } from './scores/network-scores';

/** Samples of another source. */
const otherCount = 1000;

type Calls = Pick<
  AnalysisCalls,
  'testSamples' | 'linearScores' | 'nearestScores' | 'codeDistances' | 'cancel'
>;

export interface OtherPorts {
  readonly analysis: Calls | null;
  readonly questions: Pick<EngineQuestions, 'scoreSamples'>;
  readonly run: () => Run;
  readonly kind: () => ScoreKind;
  readonly known: () => KnownCodes | null;
  readonly state: () => AnomaliesState;
  readonly show: (other: Partial<OtherState>) => void;
}

export interface Others {
  readonly compareWith: (source: OtherSource | null) => void;
  /** The network's scores are newer now. */
  readonly again: () => void;
}

interface Answer {
  readonly scores: OtherScores | null;
  readonly otherShape: readonly number[] | null;
}

export function createOthers(ports: OtherPorts): Others {
  const { analysis, questions, run, state, show } = ports;
  let source: OtherSource | null = null;
  let samples: { of: string; values: Float32Array } | null = null;
  /** The baselines' scores of the same samples, and what they are of. */
  let baselines: { of: string; scores: Record<BaselineId, Float32Array | null> } | null = null;

  async function samplesOf(wanted: OtherSource, shape: SampleShape) {
    const of = JSON.stringify([wanted, shape]);
    if (samples?.of === of) return { values: samples.values, otherShape: null };
    if (wanted !== 'noise') {
      const found = (await analysis?.testSamples(wanted, otherCount, shape)) ?? null;
      if (found === null) throw new CodedError({ code: 'worker.ended' });
      if (found.samples === null) return { values: null, otherShape: found.shape };
      samples = { of, values: found.samples };
    } else samples = { of, values: noiseSamples(shape) };
    return { values: samples.values, otherShape: null };
  }

  async function baselinesOf(
    wanted: OtherSource,
    values: Float32Array,
    isWanted: () => boolean,
  ): Promise<Record<BaselineId, Float32Array | null>> {
    const { experiment } = run();
    const of = trainedOn(experiment);
    const key = JSON.stringify([wanted, samplesKey(of), experiment.codeSize]);
    if (baselines?.of === key) return baselines.scores;
    if (analysis === null) return { nearest: null, pca: null, 'mean-image': null };
    const quiet = () => undefined;
    const linear = await analysis.linearScores(of, [experiment.codeSize], values, quiet);
    const nearest = isWanted() ? await analysis.nearestScores(of, values, quiet) : null;
    const scores = { nearest, pca: linear.pca[0] ?? null, 'mean-image': linear.meanImage };
    if (nearest !== null) baselines = { of: key, scores };
    return scores;
  }

  /** AUROC of each baseline against its own scores of the normal test samples. */
  function baselineAurocs(scores: Record<BaselineId, Float32Array | null>): OtherScores['baselines'] {
    const { baselines: ofTest, isNormal } = state();
    const aurocOf = (id: BaselineId) => {
      const [test, given] = [ofTest.scores[id]?.test, scores[id]];
      return test && given && isNormal ? against(onlyNormal(test, isNormal), given) : null;
    };
    return { nearest: aurocOf('nearest'), pca: aurocOf('pca'), 'mean-image': aurocOf('mean-image') };
  }

  const task = createTask<OtherSource, Answer>({
    show: (shown) => show(shown),
    starting: { code: 'analysis.starting' },
    async work(wanted, progress, isWanted) {
      const { facts } = run();
      const { network, isNormal } = state();
      if (facts === null || network === null || isNormal === null) return null;
      progress({ message: { code: 'anomalies.scoring' }, share: 0 });
      const { values, otherShape } = await samplesOf(wanted, facts.dataset.shape);
      if (values === null || !isWanted()) return { scores: null, otherShape };
      const kind = ports.kind();
      const scored = await questions.scoreSamples(kind, values);
      if (scored === null || scored.runId !== network.runId || !isWanted()) return null;
      const scores = await scoresFrom(analysis, kind, scored.judged, ports.known());
      const found = await detect(...joined(onlyNormal(network.test, isNormal), scores), isWanted);
      progress({ message: { code: 'anomalies.nearest' }, share: 0.5 });
      const ofBaselines = await baselinesOf(wanted, values, isWanted);
      const { threshold } = state();
      return {
        otherShape: null,
        scores: {
          source: wanted,
          kind,
          scores,
          runId: scored.runId,
          step: scored.step,
          auroc: found?.auroc ?? null,
          averagePrecision: found?.averagePrecision ?? null,
          flaggedShare: threshold === null ? null : flaggedShare(scores, threshold),
          baselines: baselineAurocs(ofBaselines),
        },
      };
    },
    onAnswer: show,
    stop: () => analysis?.cancel('anomaly-nearest-of-given'),
  });

  return {
    compareWith(wanted) {
      source = wanted;
      task.cancel();
      show({ ...idle, scores: null, otherShape: null });
      if (wanted !== null) void task.start(wanted);
    },
    again() {
      if (source !== null) void task.start(source);
    },
  };
}

function onlyNormal(scores: Float32Array, isNormal: Uint8Array): Float32Array {
  return scores.filter((_, index) => isNormal[index] === 1);
}

/** Independent uniform numbers, `[otherCount, sampleSize]`; always the same. */
function noiseSamples(shape: SampleShape): Float32Array {
  const size = sampleSize(shape);
  return Float32Array.from({ length: otherCount * size }, (_, i) =>
    uniform(1, streams.anomaly, Math.floor(i / size), i % size),
  );
}
