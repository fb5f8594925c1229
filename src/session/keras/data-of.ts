// The samples of any data set that this page has, as the file that a Keras script reads.
import type { DatasetId } from '../../core/experiment/dataset-id';
import { Sources } from '../../data/sources/sources';
import { makeOnPage } from '../datasets/page-made';
import { dataFile } from './data-file';

/**
 * Reads or makes the whole data set, which takes seconds.
 * @throws ShardError where it is not here; the signal's reason
 */
export function npzOf(id: DatasetId, signal: AbortSignal): Promise<Blob> {
  const baseUrl = new URL(import.meta.env.BASE_URL, location.href).href;
  return dataFile(new Sources(baseUrl, makeOnPage).find(id), signal);
}
