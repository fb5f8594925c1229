// The photograph as the network rebuilds it, and as PCA does, while it trains.
import { useMemo } from 'react';
import { sameSamples } from '../../../core/experiment/trained-on';
import { pcaCodeSize, pcaReconstruction } from '../../../core/pca/pca';
import type { PcaModel } from '../../../core/analysis-api';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleSize } from '../../../core/samples/samples';
import { createLimits } from '../../limits/limits';
import { narrowestWidth } from '../../analysis/linear/linear-rivals';
import {
  cutPhotograph,
  rebuiltPicture,
  type CutPhotograph,
  type RebuiltPicture,
} from '../../limits/rebuilt-picture';
import type { ShownPhotograph } from '../../limits/photograph';
import { useDataset } from '../datasets/use-dataset';
import { useRun } from '../use-run';
import { useTask } from '../use-task';
import { usePca } from '../analysis/use-pca';
import { usePhotograph, usePhotographPca } from './use-limits';

export interface RebuiltPhotograph {
  readonly shown: ShownPhotograph;
  readonly info: DatasetInfo;
  readonly cut: CutPhotograph;
  readonly original: RebuiltPicture;
  /** Null until the network has answered; with the step of the weights that did. */
  readonly network: (RebuiltPicture & { readonly step: number }) | null;
  /** PCA fitted to what the network trains on; null until it is computed. */
  readonly pca: RebuiltPicture | null;
  /** PCA fitted to photographs. */
  readonly photographPca: RebuiltPicture | null;
  /** Numbers that every one of them has for a tile: the network's narrowest layer. PCA of long samples may have fewer. */
  readonly codeSize: number;
  readonly pcaSize: number | null;
}

/** @param step of the run, for as long as it is followed: at another one the network is asked again */
export function useRebuiltPhotograph(step: number): RebuiltPhotograph | null {
  const shown = usePhotograph((state) => state.shown);
  const columns = usePhotograph((state) => state.columns);
  const info = useDataset();
  const experiment = useRun((run) => run.experiment);
  const runId = useRun((run) => run.runId);
  const ownModel = usePca(({ model }) => model);
  const photographModel = usePhotographPca(({ model }) => model);

  const cut = useMemo(
    () => (shown && info ? cutPhotograph(shown.picture, info.shape, columns) : null),
    [shown, info, columns],
  );
  const codeSize = info ? narrowestWidth(experiment, info.shape) : experiment.codeSize;
  // Another network of the same shape is another question.
  const question = useMemo(() => cut && { ...cut, runId }, [cut, runId]);
  const asked = useTask(
    question,
    ({ samples }, { applications }) =>
      applications
        .open(createLimits)
        .rebuild(samples)
        .catch(() => null),
    { again: `${step} ${JSON.stringify(experiment)}` },
  );

  const original = useMemo(() => cut && rebuiltPicture(cut, cut.samples), [cut]);
  const network = useMemo(() => {
    if (!asked?.answer || asked.question !== question) return null;
    const { images, step: ofStep } = asked.answer;
    return { ...rebuiltPicture(asked.question, images), step: ofStep };
  }, [asked, question]);
  const ownOfRun = ownModel && sameSamples(ownModel.trainedOn, experiment) ? ownModel : null;
  const pca = usePcaPicture(cut, ownOfRun, codeSize);
  const photographPca = usePcaPicture(cut, photographModel, codeSize);
  const used = photographModel ?? ownOfRun;

  if (!shown || !info || !cut || !original) return null;
  const pcaSize = used && pcaCodeSize(used, codeSize);
  return { shown, info, cut, original, network, pca, photographPca, codeSize, pcaSize };
}

function usePcaPicture(
  cut: CutPhotograph | null,
  model: PcaModel | null,
  codeSize: number,
): RebuiltPicture | null {
  return useMemo(() => {
    // A model of another data set's shape is about to be replaced.
    if (!cut || model?.mean.length !== sampleSize(cut.shape)) return null;
    return rebuiltPicture(cut, pcaReconstruction(model, cut.samples, codeSize));
  }, [cut, model, codeSize]);
}
