// The data sets to choose from. Bytes, counts and licences are in the manifest that set-up writes; this registry has what
// a person reads before the data loads, and the form that a drawing is brought into.
import { t } from '@lingui/core/macro';
import type { DrawingForm } from '../../core/samples/drawing';
import type { DataKind } from '../../core/samples/sample-kind';
import { isOwn, type BuiltInDatasetId, type DatasetId } from '../../core/experiment/dataset-id';

export interface Dataset {
  label: string;
  summary: string;
  /** What the data are. Of a person's own data the manifest tells. */
  kind: DataKind;
  /** The form that a drawing is brought into; null where it is measured on the data. */
  drawing: DrawingForm | null;
  /** The hint on the empty drawing pad. */
  drawingHint: string;
  /** Classes for a first `A - B + C` of their mean codes whose answer a person can foresee; null where none are known. */
  arithmetic: readonly [a: string, b: string, c: string] | null;
}

export const datasets = {
  mnist: {
    label: t`MNIST digits · 60,000`,
    kind: 'image',
    summary: t`Handwritten digits, 28 × 28 pixels: 60,000 to train on, 10,000 to test.`,
    drawing: { boxSize: 20, centre: 'mass', strokeWidth: [1.8, 3.1], hasDarkPaper: true },
    drawingHint: t`Draw a digit`,
    // What closes a 3 to an 8 closes a 5 to a 6.
    arithmetic: ['8', '3', '5'],
  },
  quickdraw: {
    label: t`Quick, Draw! · 345 kinds`,
    kind: 'image',
    summary: t`Sketches of 345 kinds of things, each drawn in 20 seconds, 28 × 28 pixels.`,
    drawing: { boxSize: 28, centre: 'box', strokeWidth: [1.3, 1.8], hasDarkPaper: true },
    drawingHint: t`Draw a cat, a key, a cloud…`,
    // A face's eyes and mouth in a square.
    arithmetic: ['face', 'circle', 'square'],
  },
  patches: {
    label: t`Photograph patches · 6,000`,
    kind: 'image',
    summary: t`Pieces of old photographs, 32 × 32 pixels in the brown tones of their prints: 6,000 from four to train on, 1,500 from two others to test.`,
    drawing: null,
    drawingHint: t`Draw a tree, a cat…`,
    arithmetic: null,
  },
  heartbeats: {
    label: t`Heartbeats · 20,000`,
    kind: 'signal',
    summary: t`Beats of a simulated electrocardiogram, 128 points in one second, aligned at R: normal ones and four abnormal kinds, 16,000 to train on, 4,000 to test.`,
    drawing: null,
    drawingHint: t`Draw a heartbeat`,
    // What turns the T wave over turns that of a beat without P over.
    arithmetic: ['inverted T', 'normal', 'missing P'],
  },
  mnist1d: {
    label: t`MNIST-1D · 5,000`,
    kind: 'signal',
    summary: t`Ten shapes named for digits as noisy curves of 40 points, moved and stretched: 4,000 to train on, 1,000 to test.`,
    drawing: null,
    drawingHint: t`Draw a curve`,
    arithmetic: null,
  },
  piano: {
    label: t`Piano notes · 30`,
    kind: 'sound',
    summary: t`Four seconds of each of 30 notes of a grand piano, in windows of 512 points (64 ms): 24 notes to train on, 6 others to test. Hard to compress, since each window begins at a different point of the wave: a short code does little better than the mean.`,
    drawing: null,
    drawingHint: t`Draw a wave`,
    arithmetic: null,
  },
  'piano-spectrum': {
    label: t`Piano spectrogram · 30 notes`,
    kind: 'spectrum',
    summary: t`Pieces of the spectrograms of 24 piano notes to train on, and of 6 others to test: 12 frequencies, the highest on top, by 12 frames, most of a second.`,
    drawing: null,
    drawingHint: t`Draw partials: level lines`,
    arithmetic: null,
  },
} satisfies Record<BuiltInDatasetId, Dataset>;

/** What can be said of any data set of a person's own, before its manifest is read. */
const own: Dataset = {
  label: t`Your data`,
  kind: 'image',
  summary: t`Data that was added in this browser.`,
  drawing: null,
  drawingHint: t`Draw something`,
  arithmetic: null,
};

export function datasetEntry(id: DatasetId): Dataset {
  return isOwn(id) ? own : datasets[id];
}
