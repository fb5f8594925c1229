// Keeps the network's scores up to date while somebody looks: at once when it rests, every few seconds while it trains.
import { isCodeScore, scoreKindsOf, type ScoreKind } from '../../../core/anomaly/score-kind';
import type { Judged } from '../../../core/engine-api/scoring';
import { rankedIndices } from '../../../core/anomaly/ranked';
import type { Detection } from '../../../core/anomaly/curves/detection';
import { sameSamples, trainedOn } from '../../../core/experiment/trained-on';
import { CodedError } from '../../../core/failure';
import type { AnalysisCalls } from '../../analysis/analysis-client';
import type { EngineQuestions } from '../../engine/engine-questions';
import { hasAllData, type Run } from '../../runs/run';
import { createTask, type TaskState } from '../../tasks/task';
import type { NetworkScores } from '../anomaly-state';
import { detect } from './detect';

/** Rest between two scorings of a network in training, which take a fifth of the time themselves. */
const restMs = 3000;
/** Distances of codes are not measured at that pace: after them comes a rest so many times as long. */
const restAfterCodes = 4;

/** What scores of the code are measured against. */
export interface KnownCodes {
  readonly codes: Float32Array;
  readonly width: number;
}

export interface FoundScores {
  readonly network: NetworkScores;
  readonly detection: Detection | null;
  /** Null unless the score is of the code. */
  readonly known: KnownCodes | null;
}

export interface NetworkScoresPorts {
  readonly analysis: Pick<AnalysisCalls, 'codeDistances'> | null;
  readonly questions: Pick<EngineQuestions, 'scoreSets' | 'cancelScores'>;
  readonly run: () => Run;
  readonly kind: () => ScoreKind;
  /** The scores that are shown; null when there are none. */
  readonly shown: () => NetworkScores | null;
  /** Which test samples count as normal now. */
  readonly normalOf: (labels: Uint16Array) => Uint8Array;
  readonly show: (state: TaskState) => void;
  readonly onFound: (found: FoundScores) => void;
}

export interface NetworkScoring {
  /** Somebody looks, and the run is as it is now: asks if there is something new to ask. */
  readonly consider: () => void;
  readonly cancel: () => void;
  /** Asks even after a failure. */
  readonly retry: () => void;
}

interface Question {
  readonly runId: string;
  readonly kind: ScoreKind;
}

export function createNetworkScoring(ports: NetworkScoresPorts): NetworkScoring {
  const { questions, run } = ports;
  let asked: Question | null = null;
  let failed: (Question & { step: number }) | null = null;
  let askedAt = { step: -1, codeSize: 0 };
  let [startedAt, endedAt, wantedRestMs] = [0, -Infinity, restMs];
  /** A question is being cancelled: nothing follows from its end. */
  let isEnding = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const task = createTask<Question, FoundScores>({
    show(state) {
      if (state.progress === null) {
        if (state.failure !== null && asked !== null) failed = { ...asked, step: run().step };
        asked = null;
        endedAt = performance.now();
        const tookMs = endedAt - startedAt;
        wantedRestMs = isCodeScore(ports.kind()) ? Math.max(restMs, restAfterCodes * tookMs) : restMs;
      }
      ports.show(state);
      if (state.progress === null && state.failure === null && !isEnding) consider();
    },
    starting: { code: 'anomalies.scoring' },
    async work({ kind }, progress, isWanted) {
      const { experiment } = run();
      const sets = await questions.scoreSets(kind, (share) =>
        progress({ message: { code: 'anomalies.scoring' }, share }),
      );
      if (!isWanted()) return null;
      if (sets === null) throw new CodedError({ code: 'analysis.network-changed' });
      const known = sets.train && { codes: sets.train, width: sets.codeSize };
      const scoresOf = (judged: Judged) => scoresFrom(ports.analysis, kind, judged, known);
      const test = await scoresOf(sets.test);
      const validation = sets.validation && (await scoresOf(sets.validation));
      const training = sets.training && (await scoresOf(sets.training));
      if (!isWanted()) return null;
      const { labels, runId, step, codeSize } = sets;
      return {
        network: {
          kind,
          runId,
          step,
          codeSize,
          trainedOn: trainedOn(experiment),
          test,
          labels,
          validation,
          training,
          ranked: rankedIndices(test),
        },
        detection: await detect(test, ports.normalOf(labels), isWanted),
        known,
      };
    },
    onAnswer: ports.onFound,
    stop: questions.cancelScores,
  });

  function consider(): void {
    const now = run();
    const { runId, step, wantsTraining, stage } = now;
    if (stage !== 'ready' || !hasAllData(now)) return;
    const kind = ports.kind();
    if (asked !== null) {
      if (asked.runId === runId && asked.kind === kind) return;
      end();
    }
    const shown = ports.shown();
    const isSame =
      shown?.runId === runId && shown.kind === kind && sameSamples(shown.trainedOn, now.experiment);
    // The engine may be ahead of what the page knows: what was asked at this step is not asked again.
    const { codeSize } = now.experiment;
    const isNewest = shown?.step === step && shown.codeSize === codeSize;
    if (isSame && (isNewest || (askedAt.step === step && askedAt.codeSize === codeSize))) return;
    if (failed?.runId === runId && failed.kind === kind && failed.step === step) return;
    const leftMs = isSame && wantsTraining ? endedAt + wantedRestMs - performance.now() : 0;
    clearTimeout(resting);
    if (leftMs > 0) {
      resting = setTimeout(consider, leftMs);
      return;
    }
    asked = { runId, kind };
    askedAt = { step, codeSize };
    startedAt = performance.now();
    void task.start(asked);
  }

  function end(): void {
    clearTimeout(resting);
    isEnding = true;
    task.cancel();
    isEnding = false;
    asked = null;
  }

  return {
    consider,
    cancel: end,
    retry() {
      failed = null;
      consider();
    },
  };
}

/** Scores as they are, or distances of codes to the known ones. */
export async function scoresFrom(
  analysis: Pick<AnalysisCalls, 'codeDistances'> | null,
  kind: ScoreKind,
  judged: Judged,
  known: KnownCodes | null,
): Promise<Float32Array> {
  if ('scores' in judged) return judged.scores;
  if (!isCodeScore(kind) || known === null || analysis === null)
    throw new CodedError({ code: 'analysis.network-changed' });
  const request = { known: known.codes, asked: judged.codes, width: known.width, by: kind };
  return analysis.codeDistances(request, () => undefined);
}

/** The score chosen, or the first one that this network has. */
export function possibleScore(chosen: ScoreKind, { experiment }: Pick<Run, 'experiment'>): ScoreKind {
  const kinds = scoreKindsOf(experiment);
  return kinds.includes(chosen) ? chosen : (kinds[0] ?? 'mse');
}
