// The trial of compared runs and linear methods: joins the comparison, the engine and the analysis.
import type { Analysis } from './analysis/analysis';
import type { ComparisonRunner } from './comparison/comparison-runner';
import { createTrial, type TrialRunner } from './comparison/trial/trial';
import { createEngineQuestions } from './engine/engine-questions';
import type { EngineSupervisor } from './engine/supervisor-ports';

export function createComparisonTrial(
  comparison: ComparisonRunner,
  engine: Pick<EngineSupervisor, 'ask' | 'send'>,
  { pca, noisyComparison }: Analysis,
): TrialRunner {
  // A trial asks for it only when it is on the screen.
  noisyComparison.lookAt();
  return createTrial(comparison.store, [pca.store, noisyComparison.store], {
    questionsOf: (runId) => createEngineQuestions(engine, () => runId),
    pcaModel: () => pca.store.getState().model,
    denoiserFor(inputs) {
      noisyComparison.follow(inputs, true);
      return noisyComparison.store.getState().reference?.denoiser ?? null;
    },
  });
}
