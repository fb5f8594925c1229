// All files of a run, for whoever wants them: the dialog, a training without a window, tests. Needs nothing that a worker lacks.
import { tableCsv } from '../../core/table';
import { metricsTable } from '../../core/run/metrics-table';
import type { KeptRun } from '../archive/kept-run';
import { unlabelled, type RunLabels } from '../archive/run-entry';
import { packRun } from './run-file/pack-run';
import { modelCard } from './weights/model-card';
import { modelJsonOf, safetensorsOf } from './weights/model-json';
import { tfjsFiles } from './weights/tfjs-files';
import { writeZip, type RunFile } from './zip/write-zip';

interface FileOptions {
  readonly labels?: RunLabels;
  /** Mean squared error of PCA on the same test set; null where it was not computed. */
  readonly pcaMse?: number | null;
  readonly at?: Date;
}

/** `run.hourglass`, the weights (`weightFiles`) and the metrics. @throws RangeError for a run whose network was never built */
export async function filesOfRun(kept: KeptRun, options: FileOptions = {}): Promise<RunFile[]> {
  return [
    { name: 'run.hourglass', bytes: await runFile(kept, options) },
    ...weightFiles(kept, options),
    ...metricFiles(kept),
  ];
}

/** The run file; `metrics.csv` in it is for people. */
export function runFile(kept: KeptRun, options: FileOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { labels = unlabelled, at = new Date() } = options;
  const [csv] = metricFiles(kept);
  return packRun(kept, labels, csv ? [csv] : [], at);
}

/** `model.safetensors`, `model.json`, and the model card, `README.md`. */
export function weightFiles({ record }: KeptRun, options: FileOptions = {}): RunFile[] {
  const { labels = unlabelled, pcaMse = null } = options;
  return [
    { name: 'model.safetensors', bytes: safetensorsOf(record) },
    { name: 'model.json', bytes: textBytes(`${JSON.stringify(modelJsonOf(record), null, 2)}\n`) },
    { name: 'README.md', bytes: textBytes(modelCard({ record, labels, pcaMse })) },
  ];
}

/** The weights and what is beside them, as one archive. */
export function weightsArchive(kept: KeptRun, options: FileOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  return writeZip(weightFiles(kept, options), options.at ?? new Date());
}

/** Layers models of TensorFlow.js as one archive, with the model card. */
export function tfjsArchive(kept: KeptRun, options: FileOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  return writeZip(tfjsFiles(kept.record), options.at ?? new Date());
}

/** `metrics.csv` and the same as `metrics.json`. */
function metricFiles({ record }: KeptRun): RunFile[] {
  const { columns, rows } = metricsTable(record);
  return [
    { name: 'metrics.csv', bytes: textBytes(tableCsv({ columns, rows })) },
    { name: 'metrics.json', bytes: textBytes(`${JSON.stringify({ columns, rows })}\n`) },
  ];
}

function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
