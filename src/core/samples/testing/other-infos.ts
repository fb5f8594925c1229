// Data sets that are not MNIST, for tests of the page.
import type { DatasetInfo } from '../dataset-info';
import { digitsInfo } from './digits-info';

/** Upright photographs in colour, of two classes. */
export const photographsInfo: DatasetInfo = {
  ...digitsInfo,
  name: 'Photographs',
  shape: [20, 12, 3],
  classNames: ['sea', 'land'],
};

/** Signals of two channels from -5 to 5, without labels. */
export const signalsInfo: DatasetInfo = {
  ...digitsInfo,
  name: 'Signals',
  kind: 'signal',
  shape: [50, 2],
  valueRange: [-5, 5],
  classNames: [],
};
