// A data set that the page makes, since only a page can decode recordings.
import type { PageMadeDatasetId } from '../../../core/experiment/dataset-id';
import { codedFailureOf } from '../../../core/failure';
import type { DataFailure } from '../../../core/samples/data-failure';
import type { AskPage } from '../../../core/samples/own-dataset';
import type { DatasetSource } from '../dataset-source';
import { ShardError } from '../shard-error';
import { lentSource } from './lent-source';

/** @param askPage null: no page to ask */
export function pageMadeSource(id: PageMadeDatasetId, askPage: AskPage | null): DatasetSource {
  return lentSource(async () => {
    if (askPage === null) throw new ShardError({ code: 'data.not-here', file: 'manifest.json' });
    try {
      return await askPage(id);
    } catch (cause) {
      const failure = codedFailureOf(cause);
      if (failure === null) throw new ShardError({ code: 'data.unusable', file: 'manifest.json' }, { cause });
      throw new ShardError(failure as DataFailure, { cause });
    }
  });
}
