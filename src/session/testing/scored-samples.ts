// For tests only: twenty test samples with scores, and an analysis that scores them.
import type { ScoredSets } from '../../core/engine-api/scoring';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { FakeEngine } from './fake-engine';
import { settle } from './test-session';

/** Twenty test samples: class 1 scores low, class 2 high, class 3 between. */
const labels = Uint16Array.from({ length: 20 }, (_, i) => 1 + (i % 3));
export const testScores = Float32Array.from(labels, (label, i) => [0, 1, 8, 3][label]! + i / 20);
const heldOut = Float32Array.from({ length: 20 }, (_, i) => 1 + i / 10);

export const scored = (runId: string, step: number, patch: Partial<ScoredSets> = {}): ScoredSets => ({
  runId,
  step,
  kind: 'mse',
  codeSize: 16,
  test: { scores: testScores },
  labels,
  validation: { scores: heldOut },
  train: null,
  training: null,
  ...patch,
});

export const scoringAnalysis = {
  pca: () => new Promise(() => undefined),
  linearScores: () =>
    Promise.resolve({ meanImage: testScores.map((score) => -score), pca: [testScores], components: [16] }),
  nearestScores: () => Promise.resolve(testScores),
  codeDistances: ({ asked }: { asked: Float32Array }) =>
    Promise.resolve(asked.filter((_, i) => i % 16 === 0)),
  cancel: () => undefined,
} as unknown as AnalysisCalls;

export async function settleAll(): Promise<void> {
  for (let i = 0; i < 60; i++) await settle();
}

/** All digits have loaded. */
export function allDataArrives(engine: FakeEngine): void {
  engine.emit({
    type: 'data-progress',
    dataset: 'mnist',
    loadedBytes: 1,
    totalBytes: 1,
    trainReady: 60_000,
    trainTotal: 60_000,
  });
}
