// PCA beside an exported network: what as many numbers do without training, on the same data.
import { narrowestLayer } from '../../../catalog/architectures/plan';
import { networkPlan } from '../../../catalog/architectures/registry';
import { withinTime } from '../../../core/browser/time-limit';
import { trainedOn } from '../../../core/experiment/trained-on';
import { pcaTestMse } from '../../../core/pca/pca';
import type { AnalysisCalls } from '../../analysis/analysis-client';
import type { RunRecord } from '../../runs/run';

/** PCA of 60,000 digits takes seconds; a model card without it is a model card, too. */
const waitMs = 60_000;

/** Mean squared error on the clean test set, with as many components as the narrowest layer has numbers; null where it is not to be had. */
export async function pcaBeside(
  calls: Pick<AnalysisCalls, 'pca'> | null,
  { experiment, facts }: Pick<RunRecord, 'experiment' | 'facts'>,
): Promise<number | null> {
  if (calls === null || facts === null) return null;
  const { width } = narrowestLayer(networkPlan(experiment, facts.dataset.shape));
  const asking = calls.pca(trainedOn(experiment), () => undefined);
  const model = await withinTime(waitMs, asking).catch((): null => null);
  // Another data set may have taken the name.
  const isSame = model !== null && model.sampleShape.join() === facts.dataset.shape.join();
  return isSame ? pcaTestMse(model, width) : null;
}
