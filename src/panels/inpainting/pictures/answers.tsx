// What fills the hole in: the network's answer and how far off it is, and beside it what the same hole gets from methods that need
// no network.
import { t } from '@lingui/core/macro';
import { sampleText, sampleWords } from '../../../core/samples/words/sample-words';
import { useMemo } from 'react';
import { hasMask } from '../../../core/experiment/rules';
import { rivalIds, type RivalId } from '../../../core/inpainting/inpainting-api';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { analysisProgressText } from '../../../session/analysis/words';
import { failureText } from '../../../session/engine/notices/words';
import { useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { singleLook } from '../../../ui/sample/looks';
import { errorNote, filledText, rivalWords, unavailableText, waitingText } from '../words';
import { FilledPicture } from './filled-picture';
import styles from './pictures.module.css';
import { WholeAnswer } from './whole-answer';

export function Answers({ info }: { info: DatasetInfo }) {
  return (
    <div className={styles.answers}>
      <NetworkAnswers info={info} />
      <RivalAnswers info={info} />
      <WholeAnswer info={info} />
    </div>
  );
}

function NetworkAnswers({ info }: { info: DatasetInfo }) {
  const store = useInpaintingStore();
  const original = useWhileInView(store, (state) => state.original);
  const mask = useWhileInView(store, (state) => state.mask);
  const network = useWhileInView(store, (state) => state.network);
  const error = useMemo(
    () =>
      original && network && original.length === network.filled.length
        ? network.filled.map((value, at) => value - (original[at] ?? 0))
        : null,
    [original, network],
  );
  return (
    <>
      <FilledPicture
        label={t`Filled in`}
        caption={t`Filled in`}
        info={info}
        values={network?.filled ?? null}
        mask={mask}
        reference={original}
        readOut={{ name: t`Hole MSE`, mse: network?.holeMse ?? null }}
        explanation={filledText(network?.step)}
        isOfNetwork
      />
      <FilledPicture
        label={t`Raw output`}
        caption={t`Raw output`}
        info={info}
        values={network?.raw ?? null}
        reference={original}
        note={t`known part too`}
      />
      <FilledPicture label={t`Original`} caption={t`Original`} info={info} values={original} mask={mask} />
      <FilledPicture
        label={t`Error`}
        caption={t`Error`}
        info={info}
        values={error}
        tone="error"
        note={errorNote(singleLook(info.shape).errorGain)}
      />
    </>
  );
}

/** Probabilistic PCA, which is next to the linear answer, makes room for the network that never saw a hole. */
const besideWhole: readonly RivalId[] = rivalIds.filter((id) => id !== 'ppca');

function RivalAnswers({ info }: { info: DatasetInfo }) {
  const words = sampleWords(info.kind);
  const store = useInpaintingStore();
  const original = useWhileInView(store, (state) => state.original);
  const mask = useWhileInView(store, (state) => state.mask);
  const rivals = useWhileInView(store, (state) => state.rivals);
  const hasWhole = useWhileInView(store, (state) => state.whole !== null);
  const isBesideWhole = useExperiment(hasMask) || hasWhole;
  const { progress, failure } = useWhileInView(store, (state) => state.rivalsTask);
  const progressText = progress ? analysisProgressText(progress, words) : waitingText;
  const waiting = failure ? failureText(failure) : progressText;
  return (isBesideWhole ? besideWhole : rivalIds).map((id) => {
    const { name, of, explanation } = rivalWords[id];
    const caption = sampleText(rivalWords[id].caption, info.kind);
    const filling = rivals?.[id] ?? null;
    return (
      <FilledPicture
        key={id}
        label={name}
        caption={caption}
        info={info}
        values={filling?.filled ?? null}
        mask={mask}
        reference={original}
        readOut={{ name: t`Hole MSE of ${of}`, mse: filling?.holeMse ?? null }}
        explanation={explanation}
        waiting={rivals ? unavailableText : waiting}
      />
    );
  });
}
