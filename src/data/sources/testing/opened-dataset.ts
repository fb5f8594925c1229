// The small data set, opened, with everything that it reports.
import { openDataset, type DatasetHandle, type DatasetOptions, type DatasetProgress } from '../load-dataset';
import { servedSource } from '../served/served-source';
import type { ShardError } from '../shard-error';

interface Opened {
  dataset: DatasetHandle;
  progress: DatasetProgress[];
  failures: ShardError[];
}

export async function open(request: typeof fetch, options: Partial<DatasetOptions> = {}): Promise<Opened> {
  const progress: DatasetProgress[] = [];
  const failures: ShardError[] = [];
  const dataset = await openDataset(servedSource('http://localhost/page/', 'tiny', request), {
    onProgress: (report) => progress.push(report),
    onFailure: (error) => failures.push(error),
    retries: 2,
    retryDelayMs: 0,
    ...options,
  });
  return { dataset, progress, failures };
}

/** The latest progress report. */
export const latest = (progress: DatasetProgress[]) => progress[progress.length - 1];
