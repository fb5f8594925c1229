// The data sets that the page makes for its workers. What makes them is loaded when the first is asked for.
import { isPageMade, type PageMadeDatasetId } from '../../core/experiment/dataset-id';
import { CodedError } from '../../core/failure';
import type { AskPage, OwnDataset } from '../../core/samples/own-dataset';

const made = new Map<PageMadeDatasetId, Promise<OwnDataset>>();

/** Every worker of the page gets the same data set: its Blobs cost no memory. */
export const makeOnPage: AskPage = (id) => {
  if (!isPageMade(id))
    return Promise.reject(new CodedError({ code: 'data.not-here', file: 'manifest.json' }));
  const known = made.get(id);
  if (known) return known;
  const making = make(id).catch((error: unknown) => {
    made.delete(id);
    throw error;
  });
  made.set(id, making);
  return making;
};

async function make(id: PageMadeDatasetId): Promise<OwnDataset> {
  const [{ decodePiano }, { pianoDatasets }] = await Promise.all([
    import('./piano/decode-piano'),
    import('./piano/piano-datasets'),
  ]);
  return pianoDatasets[id](await decodePiano());
}
