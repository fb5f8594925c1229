// The codes of test images as an array with what each row is, for files.
import type { TestCodes } from '../../engine-api/looking';
import { exactNumber, type NamedArray } from '../../formats/array-text';

/**
 * `[n, codeSize]`; beside each row its index in the test set, its label, the name of its class where there are names, and the mean
 * squared error of its reconstruction.
 * @param classNames empty where the data has no classes
 */
export function codesArray(
  { codes, codeSize, labels, errors }: Pick<TestCodes, 'codes' | 'codeSize' | 'labels' | 'errors'>,
  classNames: readonly string[],
): NamedArray {
  const isLabelled = classNames.length > 0;
  return {
    shape: [labels.length, codeSize],
    values: codes,
    valueName: 'code',
    about: {
      columns: ['index', ...(isLabelled ? ['label', 'class'] : []), 'error_mse'],
      rows: Array.from(labels, (label, index) => [
        index,
        ...(isLabelled ? [label, classNames[label] ?? null] : []),
        exactNumber(errors, index),
      ]),
    },
  };
}

/** `[n]`, in the order of the codes. */
export function labelsArray({ labels }: Pick<TestCodes, 'labels'>): NamedArray {
  return { shape: [labels.length], values: labels, valueName: 'label' };
}
