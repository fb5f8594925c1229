// What judges the same test samples without a network, fitted to what it trains on: first the linear ones, then the nearest
// training sample, which takes seconds.
import { samplesKey, type TrainedOn } from '../../core/experiment/trained-on';
import type { AnalysisProgress } from '../../core/analysis-api';
import type { AnalysisCalls } from '../analysis/analysis-client';
import { createTask, idle, type TaskState } from '../tasks/task';
import { baselineIds, type BaselineId, type Baselines, type BaselineScores } from './anomaly-state';
import { detect } from './scores/detect';

type Calls = Pick<AnalysisCalls, 'linearScores' | 'nearestScores' | 'cancel'>;

export interface BaselinePorts {
  readonly analysis: Calls | null;
  readonly shown: () => Baselines;
  readonly show: (baselines: Partial<Baselines>) => void;
  /** Which test samples count as normal now; null before their labels have arrived. */
  readonly isNormal: () => Uint8Array | null;
}

interface Question {
  readonly of: TrainedOn;
  readonly codeSize: number;
}

export interface BaselineScoring {
  /** Computes what these lack. */
  readonly consider: (of: TrainedOn, codeSize: number) => void;
  /** Other samples count as normal: the scores stay, what follows from them changes. */
  readonly judgeAgain: () => void;
  readonly cancel: () => void;
  readonly retry: () => void;
}

const none: Baselines['scores'] = { nearest: null, pca: null, 'mean-image': null };

export function createBaselines({ analysis, shown, show, isNormal }: BaselinePorts): BaselineScoring {
  let asked: Question | null = null;
  /** Cancelled or failed: not asked again by itself. */
  let isStopped = false;
  /** The code size that PCA has been asked for. */
  let linearFor: number | null = null;

  const add = (id: BaselineId, scores: BaselineScores) =>
    show({ scores: { ...shown().scores, [id]: scores } });

  async function judged(
    of: TrainedOn,
    test: Float32Array,
    components: number | null,
    isWanted: () => boolean,
  ): Promise<BaselineScores> {
    const normal = isNormal();
    const found = normal?.length === test.length ? await detect(test, normal, isWanted) : null;
    return { trainedOn: of, test, components, auroc: found?.auroc ?? null };
  }

  async function linear(
    calls: Calls,
    { of, codeSize }: Question,
    progress: (progress: AnalysisProgress) => void,
    isWanted: () => boolean,
  ): Promise<void> {
    const found = await calls.linearScores(of, [codeSize], null, progress);
    if (!isWanted()) return;
    const meanImage = await judged(of, found.meanImage, null, isWanted);
    const pca = await judged(of, found.pca[0] ?? new Float32Array(0), found.components[0] ?? null, isWanted);
    if (!isWanted()) return;
    linearFor = codeSize;
    show({ scores: { ...shown().scores, 'mean-image': meanImage, pca } });
  }

  const task = createTask<Question, true>({
    show(state: TaskState) {
      if (state.failure !== null) isStopped = true;
      if (state.progress === null) asked = null;
      show(state);
    },
    starting: { code: 'analysis.starting' },
    async work(question, progress, isWanted) {
      if (analysis === null) return null;
      const { of, codeSize } = question;
      const { scores } = shown();
      if (!isOf(scores.pca, of) || linearFor !== codeSize)
        await linear(analysis, question, progress, isWanted);
      if (!isWanted() || isOf(shown().scores.nearest, of)) return true;
      const nearest = await analysis.nearestScores(of, null, progress);
      if (nearest === null || !isWanted()) return null;
      add('nearest', await judged(of, nearest, null, isWanted));
      return true;
    },
    onAnswer: () => undefined,
    stop: () => analysis?.cancel('anomaly-nearest'),
  });

  let wanted: Question | null = null;

  function consider(of: TrainedOn, codeSize: number): void {
    const isOther = wanted === null || samplesKey(wanted.of) !== samplesKey(of);
    if (isOther) {
      task.cancel();
      isStopped = false;
      show({ ...idle, scores: none });
    }
    wanted = { of, codeSize };
    ask();
  }

  function ask(): void {
    if (wanted === null || isStopped || analysis === null) return;
    const { of, codeSize } = wanted;
    const { scores } = shown();
    const isWhole = baselineIds.every((id) => isOf(scores[id], of)) && linearFor === codeSize;
    // Another code size needs another number of components: what is under way is worth finishing first.
    if (isWhole || asked !== null) return;
    asked = wanted;
    void task.start(wanted).then(ask);
  }

  return {
    consider,
    judgeAgain() {
      for (const id of baselineIds) {
        const known = shown().scores[id];
        if (known === null) continue;
        add(id, { ...known, auroc: null });
        const isWanted = () => shown().scores[id]?.test === known.test;
        void judged(known.trainedOn, known.test, known.components, isWanted).then((again) => {
          if (isWanted()) add(id, again);
        });
      }
    },
    cancel() {
      isStopped = true;
      task.cancel();
      asked = null;
    },
    retry() {
      isStopped = false;
      ask();
    },
  };
}

function isOf(scores: BaselineScores | null, of: TrainedOn): boolean {
  return scores !== null && samplesKey(scores.trainedOn) === samplesKey(of);
}
