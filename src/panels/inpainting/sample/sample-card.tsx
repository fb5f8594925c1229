// Which sample is damaged: a test sample of any class, a drawing, or a file.
import { t } from '@lingui/core/macro';
import { Shuffle } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { datasetEntry } from '../../../catalog/datasets/registry';
import { classOf, type DatasetInfo } from '../../../core/samples/dataset-info';
import { isUndrawable } from '../../../session/drawing/form-of';
import { drawingFailureText, padTexts } from '../../../session/drawing/words';
import type { ImageSource } from '../../../session/explore/exploration';
import { useImageChoices } from '../../../session/hooks/explore/image-choices';
import { useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useInpaintingRoom, useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useRun } from '../../../session/hooks/use-run';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { ImageChooser } from '../../../ui/image-chooser/image-chooser';
import { SamplePad } from '../../../ui/pad/sample-pad';
import { ownSampleText } from '../words';
import styles from './sample-card.module.css';

export function SampleCard({ info }: { info: DatasetInfo }) {
  const { selection } = useSession();
  const { many } = useSampleWords();
  return (
    <Card
      title={t`Sample`}
      term="sample"
      subtitle={<Chosen info={info} />}
      actions={
        <TextButton
          icon={Shuffle}
          explanation={t`Ten other test ${many}`}
          onClick={selection.showOthers}
        >{t`Others`}</TextButton>
      }
    >
      <div className={styles.panel}>
        <Choices />
        <OwnSample info={info} />
      </div>
    </Card>
  );
}

function Chosen({ info }: { info: DatasetInfo }) {
  const store = useInpaintingStore();
  const source = useWhileInView(store, (state) => state.source);
  const label = useWhileInView(store, (state) => state.label);
  if (source.kind === 'drawn') return <span>{t`yours`}</span>;
  const name = classOf(info, label ?? undefined);
  const number = source.index + 1;
  return <span>{name === null ? t`test ${number}` : t`test ${number}, class ${name}`}</span>;
}

function Choices() {
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const kind = useWhileInView(store, ({ source }) => source.kind);
  const index = useWhileInView(store, ({ source }) => (source.kind === 'test' ? source.index : -1));
  const source = useMemo<ImageSource>(
    () => (kind === 'test' ? { kind, index } : { kind: 'drawing' }),
    [kind, index],
  );
  const choose = useCallback(
    (chosen: ImageSource) => {
      if (chosen.kind === 'test') inpainting.chooseTest(chosen.index);
    },
    [inpainting],
  );
  const choices = useImageChoices(source, choose);
  return (
    choices && (
      <ImageChooser
        label={t`Damage one of these`}
        {...choices}
        onRandom={inpainting.chooseAnother}
        onDrawing={undefined}
      />
    )
  );
}

/** Drawn here, from a file, or pasted. Ink stays on the pad while it is shown; afterwards it is a picture of the sample. */
function OwnSample({ info }: { info: DatasetInfo }) {
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const isOwn = useWhileInView(store, ({ source }) => source.kind === 'drawn');
  const original = useWhileInView(store, (state) => (isOwn ? state.original : null));
  const failure = useWhileInView(store, (state) => state.drawnFailure);
  const hint = useExperiment(({ dataset }) => datasetEntry(dataset).drawingHint);
  const drawingForm = useRun((run) => run.drawingForm);
  const isDrawable = info.kind === 'image' && !isUndrawable(drawingForm);
  const [clears, setClears] = useState(0);
  const [isInked, setIsInked] = useState(false);
  const [taken, setTaken] = useState(0);
  function clear() {
    inpainting.useDrawn(null);
    setIsInked(false);
    setClears(clears + 1);
  }
  return (
    <div className={styles.own}>
      <SamplePad
        {...padTexts(info.kind, hint, isDrawable)}
        caption={ownSampleText(info.kind)}
        info={info}
        isDrawable={isDrawable}
        line={
          info.kind === 'signal'
            ? {
                start: () => original,
                revision: clears + taken,
                onLine: (line) => inpainting.useDrawn(line && { line }),
              }
            : undefined
        }
        given={isOwn && !isInked ? original : null}
        clearSignal={clears}
        initialInk={null}
        onInk={(ink) => {
          setIsInked(ink !== null);
          inpainting.useDrawn(ink);
        }}
        onTake={(blob, name) => {
          setIsInked(false);
          void inpainting.take(blob, name).then(() => setTaken((count) => count + 1));
        }}
      />
      {isOwn && <TextButton label={t`Clear drawing`} onClick={clear}>{t`Clear`}</TextButton>}
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {drawingFailureText(failure)}
        </p>
      )}
    </div>
  );
}
