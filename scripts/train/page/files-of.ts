// The files of a trained run.
import type { BackendReport } from '../../../src/core/engine-api/backend';
import type { MetricSeries } from '../../../src/core/run/metric-series';
import type { Run } from '../../../src/session/runs/run';

export interface RunFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function filesOf(run: Run, backend: BackendReport | null): Promise<RunFile[]> {
  const { train, testAll, testMse, validation } = run.curves;
  const columns: Record<string, MetricSeries> = {
    train_loss: train,
    test_loss: testAll,
    test_mse: testMse,
    validation_loss: validation,
  };
  const metrics = {
    experiment: run.experiment,
    backend: backend?.name ?? null,
    facts: run.facts,
    step: run.step,
    epoch: run.epoch,
    curves: Object.fromEntries(
      Object.entries(columns).map(([name, { steps, means }]) => [name, { steps, values: means }]),
    ),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(metrics, null, 2)}\n`);
  return [{ name: 'metrics.json', bytes }];
}
