// A photograph, cut into tiles, through the current network: beside it PCA of what the network was trained on, and PCA of
// photographs.
import { t } from '@lingui/core/macro';
import { useEffect, useState, type ClipboardEvent, type DragEvent } from 'react';
import { photographs } from '../../../catalog/photographs/registry';
import { countText, fixedText, lossText, otherStepText } from '../../../core/number-text';
import { sampleSize } from '../../../core/samples/samples';
import { failureText } from '../../../session/engine/notices/words';
import { photographFailureText } from '../../../session/limits/words';
import {
  useRebuiltPhotograph,
  type RebuiltPhotograph,
} from '../../../session/hooks/limits/use-rebuilt-photograph';
import { useLimits, usePhotograph, usePhotographPca } from '../../../session/hooks/limits/use-limits';
import { usePcaWaiting } from '../../../session/hooks/analysis/pca-waiting';
import { useDataset, useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useRun, useRunStore } from '../../../session/hooks/use-run';
import { hasAllData } from '../../../session/runs/run';
import { analysisProgressText } from '../../../session/analysis/words';
import { classNames } from '../../../ui/class-names';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useInView, useWhileInView } from '../../../ui/in-view/in-view';
import { creditText, pcaFailedText, pcaOf, texts } from '../words';
import { PhotographChoice } from './photograph-choice';
import { RebuiltFigure } from './rebuilt-figure';
import { photographVerdict } from './verdict';
import styles from './photograph.module.css';

export function PhotographCard() {
  const { photograph, photographPca } = useLimits();
  const shown = usePhotograph((state) => state.shown);
  const failure = usePhotograph((state) => state.failure);
  const isSeen = useInView();
  const shape = useDataset()?.shape;
  const hasData = useRun(hasAllData);
  const step = useWhileInView(useRunStore(), (run) => run.step);
  const [isOver, setIsOver] = useState(false);
  const hasNothing = shown === null && failure === null;

  useEffect(() => {
    if (isSeen && hasNothing) void photograph.choose('french-alpine-landscape');
  }, [isSeen, hasNothing, photograph]);
  useEffect(() => {
    // Before that the analysis would fetch one data set while the engine fetches another.
    if (isSeen && hasData && shape) photographPca.follow(shape);
  }, [isSeen, hasData, shape, photographPca]);

  /** Whoever takes files anywhere else on the page does not get these. */
  function take(event: ClipboardEvent | DragEvent, [file]: FileList, isPasted: boolean) {
    if (!file) return;
    event.preventDefault();
    if (isPasted) event.stopPropagation();
    void photograph.take(file, isPasted ? null : file.name);
  }

  const rebuilt = useRebuiltPhotograph(step);
  return (
    <div
      className={classNames(styles.drop, isOver && styles.over)}
      onPaste={(event) => take(event, event.clipboardData.files, true)}
      onDragOver={(event) => {
        const hasFiles = event.dataTransfer.types.includes('Files');
        setIsOver(hasFiles);
        // The page then leaves the file to this card.
        if (hasFiles) event.preventDefault();
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        take(event, event.dataTransfer.files, false);
      }}
    >
      <Card
        title={texts.photographTitle}
        explanation={t`The photograph is cut into tiles, and each is squeezed through the network on its own.`}
        term="out-of-distribution"
        subtitle={rebuilt && <Subtitle {...rebuilt} step={step} />}
      >
        <PhotographChoice />
        {failure && (
          <p role="alert" className={styles.failure}>
            {photographFailureText(failure)}
          </p>
        )}
        {rebuilt && <Results {...rebuilt} step={step} />}
      </Card>
    </div>
  );
}

function Subtitle({ cut: { grid, shape }, network, step }: RebuiltPhotograph & { step: number }) {
  const [height = 0, width] = shape.length === 3 ? shape : [];
  const count = countText(grid.columns * grid.rows);
  const tiles =
    width === undefined
      ? t`${count} tiles of ${{ size: countText(sampleSize(shape)) }} values`
      : t`${count} tiles of ${height} × ${width} pixels`;
  const age = network && otherStepText(network.step, step);
  return <span>{age === null ? tiles : `${tiles} · ${age}`}</span>;
}

function Results(props: RebuiltPhotograph & { step: number }) {
  const { shown, info, original, network, pca, photographPca, codeSize, pcaSize, cut, step } = props;
  const ownWaiting = usePcaWaiting().words;
  const photographWaiting = usePhotographWaiting();
  const dataset = useRun((run) => run.experiment.dataset);
  const knowsPhotographs = dataset === 'patches';
  const verdict =
    network && photographPca
      ? photographVerdict({
          network: network.mse,
          pca: pca?.mse ?? null,
          photographPca: photographPca.mse,
          flat: cut.flatMse,
          codeSize,
          pcaSize: pcaSize ?? codeSize,
          sampleSize: sampleSize(info.shape),
          trainedOn: info.name,
          knowsPhotographs,
          isTrained: step > 0,
        })
      : null;
  const ratio = network && photographPca && network.mse / photographPca.mse;
  const shared = { best: photographPca?.mse, size: original.mosaic.shape };
  return (
    <>
      <div className={styles.figures}>
        <RebuiltFigure {...shared} name={texts.original} picture={original} caption={creditOf(shown)} />
        <RebuiltFigure
          {...shared}
          name={texts.network}
          picture={network}
          waiting={texts.waiting}
          isEmphasised
        />
        <RebuiltFigure {...shared} name={pcaOf(info.name)} picture={pca} waiting={ownWaiting} />
        <RebuiltFigure
          {...shared}
          name={texts.photographPca}
          picture={photographPca}
          waiting={photographWaiting}
        />
      </div>
      <div className={styles.verdict}>
        <output
          aria-label={texts.ratio}
          aria-live="off"
          data-value={ratio ?? undefined}
          className={styles.ratio}
        >
          {ratio === null ? '—' : `${fixedText(ratio, ratio < 10 ? 2 : 0)} ×`}
        </output>
        <div>
          <p>{verdict === null ? texts.noVerdict : verdict.join(' ')}</p>
          <p className={styles.note}>{noteOf(cut.flatMse, shown)}</p>
          <Retry />
        </div>
      </div>
    </>
  );
}

function Retry() {
  const { photographPca } = useLimits();
  const hasFailed = usePhotographPca(({ failure }) => failure !== null);
  if (!hasFailed) return null;
  return (
    <TextButton look="plain" onClick={photographPca.retry}>
      {texts.retry}
    </TextButton>
  );
}

function usePhotographWaiting(): string {
  const words = useSampleWords();
  return usePhotographPca(({ progress, failure }) => {
    if (failure !== null) return pcaFailedText(failureText(failure));
    return progress === null ? texts.pcaLater : analysisProgressText(progress, words);
  });
}

function noteOf(flatMse: number, { id }: RebuiltPhotograph['shown']): string {
  const measured = t`Mean squared error over the tiles, and over the whole photograph as one sample; ${{ flatMse: lossText(flatMse) }} with every tile painted in its mean colour.`;
  const errors = `${measured} ${texts.times}`;
  return id !== null && photographs[id].isInPatches ? `${errors} ${texts.fittedToShown}` : errors;
}

function creditOf({ id, file }: RebuiltPhotograph['shown']): string {
  if (id !== null) return creditText(photographs[id].credit);
  return file ?? texts.pasted;
}
