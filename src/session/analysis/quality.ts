// How good the code is: codes of training and test images under one set of weights, judged by the analysis worker.
import { CodedError } from '../../core/failure';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CodeQuality, QualityRequest } from '../../core/analysis-api';
import { pointsOf } from '../../core/latent/code-plane';
import { trainedOn } from '../../core/experiment/trained-on';
import type { RunId } from '../../core/run/stamp';
import type { EngineQuestions } from '../engine/engine-questions';
import type { Run } from '../runs/run';
import { createTask, idle, type TaskState } from '../tasks/task';
import type { AnalysisCalls } from './analysis-client';

export interface QualityState extends TaskState {
  readonly measured: { readonly quality: CodeQuality; readonly runId: RunId; readonly step: number } | null;
}

export interface Quality {
  readonly store: StoreApi<QualityState>;
  readonly measure: () => void;
  readonly cancel: () => void;
}

/** Images that are judged by, the first or all there are: of those trained on, and of the test images of the same classes. */
export const judged = { train: 5000, test: 1000 } as const;

export interface QualityPorts {
  readonly analysis: Pick<AnalysisCalls, 'quality' | 'cancel'> | null;
  readonly questions: EngineQuestions;
  readonly run: Pick<StoreApi<Run>, 'getState'>;
}

export function createQuality({ analysis, questions, run }: QualityPorts): Quality {
  const store = createStore<QualityState>()(() => ({ ...idle, measured: null }));
  const task = createTask<null, NonNullable<QualityState['measured']>>({
    show: store.setState,
    starting: { code: 'quality.encoding' },
    async work(_, progress, isWanted) {
      const codes = await judgedCodes(questions, run.getState());
      if (!isWanted()) return null;
      if (codes === null) throw new CodedError({ code: 'analysis.network-changed' });
      const { runId, step, request } = codes;
      const quality = (await analysis?.quality(request, progress)) ?? null;
      return quality && { quality, runId, step };
    },
    onAnswer: (measured) => store.setState({ measured }),
    stop: () => analysis?.cancel('quality'),
  });
  return { store, measure: () => void task.start(null), cancel: task.cancel };
}

interface JudgedCodes {
  readonly runId: RunId;
  readonly step: number;
  readonly request: QualityRequest;
}

/** Null where there is no network, or it was another one before the last codes were read. */
async function judgedCodes(
  { encode, encodeTraining, testImages }: EngineQuestions,
  { testCodes, experiment }: Run,
): Promise<JudgedCodes | null> {
  const train = await encodeTraining(judged.train);
  if (testCodes === null || train === null) return null;
  // A class that is not among the training codes could not be told.
  const known = new Set(train.labels);
  const testIndices = Uint32Array.from(
    Array.from(testCodes.labels.keys())
      .filter((index) => known.has(testCodes.labels[index] ?? 0))
      .slice(0, judged.test),
  );
  const images = await testImages(testIndices);
  const test = images && (await encode(images));
  if (test === null || train.runId !== test.runId) return null;
  const codeSize = train.codes.length / train.labels.length;
  if (test.codes.length !== codeSize * testIndices.length || testCodes.codeSize !== codeSize) return null;
  return {
    runId: test.runId,
    step: test.step,
    request: {
      trainedOn: trainedOn(experiment),
      codeSize,
      trainCodes: train.codes,
      trainLabels: train.labels,
      testCodes: test.codes,
      testIndices,
      testLabels: Uint16Array.from(testIndices, (index) => testCodes.labels[index] ?? 0),
      map: pointsOf(testCodes.plane, test.codes),
      seed: experiment.seed,
    },
  };
}
