// The codes of the whole test set, and its labels, as arrays for files.
import { codesArray, labelsArray } from '../../core/latent/files/codes-array';
import type { NamedArray } from '../../core/formats/array-text';
import { currentCodes, type Looking } from './current-codes';

/** As `codesArray` and `labelsArray`, under the weights of now. Rejects as `currentCodes`. */
export async function readCodes(session: Looking, what: 'codes' | 'labels'): Promise<NamedArray> {
  const codes = await currentCodes(session);
  if (what === 'labels') return labelsArray(codes);
  return codesArray(codes, session.run.store.getState().facts?.dataset.classNames ?? []);
}
