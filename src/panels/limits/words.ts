// What Apply: Limits says. Every sentence about a picture or a cell follows from its numbers.
import { photographLicence } from '../../catalog/photographs/registry';
import type { BuiltInDatasetId, DatasetId } from '../../core/experiment/dataset-id';
import { isOwn } from '../../core/experiment/dataset-id';
import { countText, ratioText } from '../../core/number-text';

export const texts = {
  title: 'Limits',
  empty:
    'A network knows only what it was trained on: train it, then see what it makes of a mountain and of other data.',
  train: 'Train the network',

  photographTitle: 'A photograph through the network',
  photographs: 'Photograph',
  chooseFile: 'Choose a file',
  chooseExplanation:
    'A picture of your own. One can be dropped or pasted here too; it stays on this machine.',
  fileInput: 'Photograph to put through the network',
  across: 'Tiles across',
  acrossExplanation:
    'Into how many tiles the photograph is cut from left to right. Each is one sample for the network.',
  bottleneckExplanation:
    'How many numbers the network has for a tile. With few it can only say what it knows; with many it may copy what it has never seen.',
  original: 'Photograph',
  network: 'The network',
  photographPca: 'PCA of photographs',
  mosaic: 'Tile by tile',
  whole: 'Whole',
  waiting: 'The network is asked once it has been built.',
  times: '× is the error as a multiple of that of PCA of photographs.',
  ratio: 'Error against PCA of photographs',
  noVerdict: 'The sentence about it follows once all errors are known.',
  pcaLater: 'PCA starts once all data has arrived.',
  pasted: 'Pasted',
  fittedToShown:
    'PCA of photographs was fitted to the data set Photograph patches, for which pieces of this photograph were used too.',
  retry: 'Try again',

  tableTitle: 'Trained on one, tested on another',
  tableCaption: 'Error of a network trained on the row’s data, tested on the column’s',
  corner: 'Trained on ↓  tested on →',
  datasets: 'Data sets in the table',
  steps: 'Steps for each row',
  stepsExplanation: 'How long each missing row is trained. The first row goes on with the run above.',
  cancel: 'Cancel',
  cancelExplanation: 'End it; rows that are finished stay',
  job: 'Training the missing rows',
  nothingMissing: 'Every row is there.',
  notTrained: 'not trained yet',
  beingTested: 'being tested',
  tableNote:
    '1 is the error of answering every sample with the mean of the tested set’s training samples. Under it, PCA fitted to the row’s data, with as many numbers. At most 500 test samples of each set, brought into the row’s shape.',
  noPictures: 'The pictures behind a number appear here once the network has been tested.',
  behindTitle: 'Pictures behind',
  rowOriginal: 'Original',
  rowNetwork: 'Network',
  rowPca: 'PCA',
} as const;

const shortNames: Readonly<Record<BuiltInDatasetId, string>> = {
  mnist: 'Digits',
  quickdraw: 'Sketches',
  patches: 'Photographs',
  heartbeats: 'Heartbeats',
  mnist1d: 'MNIST-1D',
  piano: 'Piano',
  'piano-spectrum': 'Spectra',
};

/** Of a data set in the table. @param ownName of a person's own */
export function shortName(id: DatasetId, ownName: string | null): string {
  return isOwn(id) ? (ownName ?? 'Your data') : shortNames[id];
}

/** Under a photograph that is built in. */
export function creditText(credit: string): string {
  return `${credit}; ${photographLicence.source}, ${photographLicence.licence}`;
}

export function pcaFailedText(why: string): string {
  return `PCA could not be computed: ${why}`;
}

/** `16 numbers` */
export function numbersText(count: number): string {
  return count === 1 ? '1 number' : `${countText(count)} numbers`;
}

/** `PCA of Digits` */
export const pcaOf = (name: string): string => `PCA of ${name}`;

/** What the two errors are to each other: `3.1 times`, `as large as`. */
export function timesText(ratio: number): string {
  if (ratio > 0.95 && ratio < 1.05) return 'about the same as';
  // Over an error that is nearly rounding the quotient says nothing.
  if (ratio > 1000) return 'more than 1,000 times';
  return ratio >= 1 ? `${ratioText(ratio)} times` : `${ratioText(1 / ratio)} times smaller than`;
}
