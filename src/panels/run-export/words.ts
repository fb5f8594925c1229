// Text of the dialog `Export` and of Import. Pure.
import { t } from '@lingui/core/macro';
import { countText, megabytesText } from '../../core/number-text';
import type { AddedRun } from '../../session/run-files/exchange/import-runs';

export const texts = {
  title: t`Export`,
  reading: t`Reading the run…`,
  gone: t`This run is no longer kept: another tab may have deleted it.`,
  untrained: t`This network has not been trained yet, so there is nothing to export: press Train first.`,
  failed: t`This file could not be made.`,
  noScript: t`The script could not be written: it has no equivalent of one of the settings.`,
  working: t`Working…`,
  ownData: (name: string) =>
    t`The first four do not contain your own data “${name}”: whoever opens them needs it as well. Data (NumPy) saves it, to be added in Train.`,
  import: t`Import`,
  importExplanation: t`Open run files (.hourglass), or weights: safetensors and TensorFlow.js models`,
  importing: t`Reading…`,
  chooseFiles: t`Choose run files`,
  dropHere: t`Drop to import runs`,
  notRead: t`The files could not be read. Check the connection, then import them again.`,
} as const;

export type ExportKind = 'script' | 'weights' | 'tfjs' | 'run';

export const kinds = {
  run: {
    label: t`Run file`,
    file: '.hourglass',
    summary: t`Everything about this run except its data. Imported in another browser, it continues with the same losses.`,
  },
  script: {
    label: t`Keras script`,
    file: '.py',
    summary: t`The same experiment as a Keras 3 program, for JAX, TensorFlow or PyTorch; it can load the weights.`,
  },
  weights: {
    label: t`Weights (safetensors)`,
    file: '.zip',
    summary: t`model.safetensors, with model.json and a model card: its data, settings and results beside PCA.`,
  },
  tfjs: {
    label: t`TensorFlow.js layers`,
    file: '.zip',
    summary: t`Autoencoder, encoder and decoder as models that tf.loadLayersModel reads.`,
  },
} as const satisfies Record<ExportKind, { label: string; file: string; summary: string }>;

/** What is different in the files of a Gaussian code. */
export const gaussianNote = t`The code is Gaussian: the TensorFlow.js autoencoder uses its mean and draws no random numbers.`;

export function savedText(name: string, bytes: number): string {
  const size = bytes < 1_000_000 ? `${countText(Math.ceil(bytes / 1000))} kB` : `${megabytesText(bytes)} MB`;
  return t`Saved as ${name} (${size}).`;
}

export function stepText(name: string, step: number): string {
  return t`${name}, at step ${{ step: countText(step) }}`;
}

const freshOptimizer = t`It does not contain the state of its optimizer, which starts afresh.`;

/** What became of one file: its name in the list, and what to know of it. */
export function addedText({ isCopy, isFresh, hasCurves, lacks }: AddedRun, name: string): string {
  return [
    isCopy
      ? t`That run is already in the list, so this copy is kept beside it as “${name}”.`
      : t`“${name}” was added to the list.`,
    ...(isFresh ? [hasCurves ? freshOptimizer : `${t`It comes without its curves.`} ${freshOptimizer}`] : []),
    ...(lacks === null ? [] : [t`To go on with it, add its data set “${lacks}” in Train.`]),
  ].join(' ');
}

export function notKeptText(names: readonly string[]): string {
  return t`This browser has no room, or keeps no runs: ${{ count: countText(names.length) }} could be read but not kept. Delete runs that you no longer need, then import again.`;
}
