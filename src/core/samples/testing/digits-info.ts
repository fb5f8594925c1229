// MNIST as tests of the page assume it, in place of the manifest that set-up writes.
import type { DatasetInfo } from '../dataset-info';

export const digitsInfo: DatasetInfo = {
  id: 'mnist',
  name: 'MNIST',
  kind: 'image',
  shape: [28, 28, 1],
  valueRange: [0, 1],
  classNames: Array.from({ length: 10 }, (_, digit) => String(digit)),
  trainCount: 60_000,
  testCount: 10_000,
  licence: '',
  attribution: '',
};
