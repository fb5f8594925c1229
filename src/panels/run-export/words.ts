// Text of the dialog `Export` and of Import. Pure.
import { countText, megabytesText } from '../../core/number-text';
import type { AddedRun } from '../../session/run-files/exchange/import-runs';

export const texts = {
  title: 'Export',
  reading: 'Reading the run …',
  gone: 'This run is not kept any longer: another tab may have deleted it.',
  untrained: 'This network has not been trained yet, so there is nothing to export: press Train first.',
  failed: 'This file could not be made.',
  noScript: 'The script could not be written: it has no form of one of the settings.',
  working: 'Working …',
  ownData: (name: string) =>
    `The first four do not contain your own data “${name}”: whoever opens them needs it as well. Data (NumPy) saves it, to be added in Train.`,
  import: 'Import',
  importExplanation: 'Open run files (.hourglass), or weights: safetensors and TensorFlow.js models',
  importing: 'Reading …',
  chooseFiles: 'Choose run files',
  dropHere: 'Drop to import runs',
  notRead: 'The files could not be read. Check the connection, then import them again.',
} as const;

export type ExportKind = 'script' | 'weights' | 'tfjs' | 'run';

export const kinds = {
  run: {
    label: 'Run file',
    file: '.hourglass',
    summary:
      'Everything of this run but its data. Imported in another browser it goes on with the same losses.',
  },
  script: {
    label: 'Keras script',
    file: '.py',
    summary:
      'The same experiment as a Keras 3 program, for JAX, TensorFlow or PyTorch; it can load the weights.',
  },
  weights: {
    label: 'Weights (safetensors)',
    file: '.zip',
    summary:
      'model.safetensors, with model.json and a model card: its data, settings and results beside PCA.',
  },
  tfjs: {
    label: 'TensorFlow.js layers',
    file: '.zip',
    summary: 'Autoencoder, encoder and decoder as models that tf.loadLayersModel reads.',
  },
} as const satisfies Record<ExportKind, { label: string; file: string; summary: string }>;

/** What is different in the files of a Gaussian code. */
export const gaussianNote =
  'The code is Gaussian: the autoencoder of TensorFlow.js goes by its mean and draws nothing.';

export function savedText(name: string, bytes: number): string {
  return `Saved as ${name} (${bytes < 1_000_000 ? `${countText(Math.ceil(bytes / 1000))} kB` : `${megabytesText(bytes)} MB`}).`;
}

export function stepText(name: string, step: number): string {
  return `${name}, at step ${countText(step)}`;
}

const freshOptimizer = 'The state of its optimizer is not in it: that starts fresh.';

/** What became of one file: its name in the list, and what to know of it. */
export function addedText({ isCopy, isFresh, hasCurves, lacks }: AddedRun, name: string): string {
  return [
    isCopy
      ? `That run is in the list already, so it is kept beside it as “${name}”.`
      : `“${name}” is in the list.`,
    ...(isFresh ? [hasCurves ? freshOptimizer : `It comes without its curves. ${freshOptimizer}`] : []),
    ...(lacks === null ? [] : [`To go on with it, add its data set “${lacks}” in Train.`]),
  ].join(' ');
}

export function notKeptText(names: readonly string[]): string {
  return `This browser has no room, or keeps no runs: ${countText(names.length)} could be read and not kept. Delete runs that you no longer need, then import again.`;
}
