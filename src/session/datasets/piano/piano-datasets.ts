// The data sets that are made of the decoded notes. To add one: its id in `pageMadeDatasetIds`, and its line here.
import type { PageMadeDatasetId } from '../../../core/experiment/dataset-id';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import { pianoSpectra } from '../../../data/sound/piano-spectra';
import { pianoWindows, type PianoNote } from '../../../data/sound/piano-windows';

export const pianoDatasets: Readonly<
  Record<PageMadeDatasetId, (notes: readonly PianoNote[]) => Promise<OwnDataset>>
> = { piano: pianoWindows, 'piano-spectrum': pianoSpectra };
