// What Apply: Limits says. Every sentence about a picture or a cell follows from its numbers.
import { plural, t } from '@lingui/core/macro';
import { photographLicence } from '../../catalog/photographs/registry';
import type { BuiltInDatasetId, DatasetId } from '../../core/experiment/dataset-id';
import { isOwn } from '../../core/experiment/dataset-id';
import { countText, ratioText } from '../../core/number-text';

export const texts = {
  title: t`Limits`,
  empty: t`A network knows only what it was trained on: train it, then see what it makes of a mountain and of other data.`,
  train: t`Train the network`,

  photographTitle: t`A photograph through the network`,
  photographs: t`Photograph`,
  chooseFile: t`Choose a file`,
  chooseExplanation: t`A picture of your own. You can also drop or paste one here; it stays on this machine.`,
  fileInput: t`Photograph to put through the network`,
  across: t`Tiles across`,
  acrossExplanation: t`How many tiles the photograph is cut into from left to right. Each is one sample for the network.`,
  bottleneckExplanation: t`How many numbers the network has for a tile. With few it can only say what it knows; with many it may copy what it has never seen.`,
  original: t`Photograph`,
  network: t`The network`,
  photographPca: t`PCA of photographs`,
  mosaic: t`Tile by tile`,
  whole: t`Whole`,
  waiting: t`The network’s answer appears once it has been built.`,
  times: t`× is the error as a multiple of that of PCA of photographs.`,
  ratio: t`Error against PCA of photographs`,
  noVerdict: t`The verdict appears once all errors are known.`,
  pcaLater: t`PCA starts once all data has arrived.`,
  pasted: t`Pasted`,
  fittedToShown: t`PCA of photographs was fitted to the data set Photograph patches, for which pieces of this photograph were used too.`,
  retry: t`Try again`,

  tableTitle: t`Trained on one, tested on another`,
  tableCaption: t`Error of a network trained on the row’s data, tested on the column’s`,
  corner: t`Trained on ↓  tested on →`,
  datasets: t`Data sets in the table`,
  steps: t`Steps for each row`,
  stepsExplanation: t`How long each missing row is trained. The first row goes on with the run above.`,
  cancel: t`Cancel`,
  cancelExplanation: t`Stop; finished rows are kept`,
  job: t`Training the missing rows`,
  nothingMissing: t`Every row is complete.`,
  notTrained: t`not trained yet`,
  beingTested: t`being tested`,
  tableNote: t`1 is the error of answering every sample with the mean of the tested set’s training samples. Below it is PCA fitted to the row’s data, with as many numbers. At most 500 test samples of each set are used, converted to the row’s shape.`,
  noPictures: t`The pictures behind a number appear here once the network has been tested.`,
  behindTitle: t`Pictures behind`,
  rowOriginal: t`Original`,
  rowNetwork: t`Network`,
  rowPca: 'PCA',
} as const;

const shortNames: Readonly<Record<BuiltInDatasetId, string>> = {
  mnist: t`Digits`,
  quickdraw: t`Sketches`,
  patches: t`Photographs`,
  heartbeats: t`Heartbeats`,
  mnist1d: 'MNIST-1D',
  piano: t`Piano`,
  'piano-spectrum': t`Spectra`,
};

/** Of a data set in the table. @param ownName of a person's own */
export function shortName(id: DatasetId, ownName: string | null): string {
  return isOwn(id) ? (ownName ?? t`Your data`) : shortNames[id];
}

/** Under a photograph that is built in. */
export function creditText(credit: string): string {
  return `${credit}; ${photographLicence.source}, ${photographLicence.licence}`;
}

export function pcaFailedText(why: string): string {
  return t`PCA could not be computed: ${why}`;
}

/** `16 numbers` */
export function numbersText(count: number): string {
  return plural(count, { one: '# number', other: '# numbers' });
}

/** `PCA of Digits` */
export const pcaOf = (name: string): string => t`PCA of ${name}`;

/** How many times an error is as large as another, at least 1: `3.1`. */
export function timesText(ratio: number): string {
  // Over an error that is nearly rounding the quotient says nothing.
  if (ratio <= 1000) return ratioText(ratio);
  const times = countText(1000);
  return t({ message: `more than ${times}`, comment: 'The error is {more than 1,000} times as large' });
}
