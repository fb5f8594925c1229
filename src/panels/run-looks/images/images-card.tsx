// The same ten test samples through the networks of all runs, and through PCA of the same code sizes.
import { t } from '@lingui/core/macro';
import { Shuffle } from 'lucide-react';
import { useMemo } from 'react';
import { sampleWords, sampleText } from '../../../core/samples/words/sample-words';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { analysisProgressText } from '../../../session/analysis/words';
import { failureText } from '../../../session/engine/notices/words';
import { useRunLooks } from '../../../session/hooks/run-looks/use-run-looks';
import { errorsOf, rebuiltOf, type Answers, type LooksGroup } from '../../../session/run-looks/look-state';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { sampleAspect } from '../../../ui/sample/looks';
import type { GroupProps } from '../group-props';
import { numberedName } from '../numbered-run';
import { measuredText, pcaName, problemText, texts } from '../words';
import styles from './images.module.css';
import { InputChoice, NoiseChoice } from './input-choice';
import { PictureRow, type PictureRowProps } from './picture-row';

/** Of signals: a line needs more width to be read. */
const linesShown = 5;
const lineAspect = 2.2;

export function ImagesCard({ group, numbers, ending }: GroupProps & { ending: string }) {
  const { showOthers } = useRunLooks();
  const kind = sampleKind(group.data.shape);
  const { many } = sampleWords(kind);
  return (
    <Card
      title={(kind === 'image' ? t`The same ten ${many}` : t`The same ${many}`) + ending}
      term="reconstruction"
      subtitle={sampleText(measuredText(group.measured?.count), kind)}
      actions={
        <>
          <InputChoice group={group} />
          <TextButton icon={Shuffle} disabled={group.ten === null} onClick={() => showOthers(group.key)}>
            {kind === 'image' ? texts.otherTen : texts.others}
          </TextButton>
        </>
      }
    >
      {group.shown === 'noisy' && <NoiseChoice group={group} />}
      <Rows {...{ group, numbers }} />
    </Card>
  );
}

function Rows({ group, numbers }: GroupProps) {
  const { ten, measured, shown, data, runs, pca } = group;
  const isSignal = sampleKind(data.shape) === 'signal';
  const columns = Math.min(isSignal ? linesShown : Infinity, ten ? ten.indices.length : 10);
  const aspect = isSignal ? lineAspect : sampleAspect(data.shape);
  const count = columns * sampleSize(data.shape);
  const original = useMemo(() => ten?.clean.subarray(0, count) ?? null, [ten, count]);
  const noisy = useMemo(() => ten?.noisy.subarray(0, count) ?? null, [ten, count]);
  const common = { info: group.test?.info ?? data, columns, aspect, shown };
  const rowOf = (answers: Answers): Pick<PictureRowProps, 'values' | 'mse' | 'reference'> => ({
    values: rebuiltOf(answers.pictures, ten)?.[shown] ?? null,
    mse: errorsOf(answers.errors, measured),
    reference: original ?? undefined,
  });
  return (
    <div className={styles.rows}>
      <PictureRow {...common} name={texts.original} values={original} />
      {shown === 'noisy' && (
        <PictureRow
          {...common}
          name={texts.noisy}
          values={noisy}
          mse={measured && { clean: null, noisy: measured.noisyMse }}
        />
      )}
      {runs.map((look) => (
        <PictureRow
          key={look.entry.id}
          {...common}
          {...rowOf(look)}
          name={numberedName(look.entry, numbers)}
          step={look.step}
          waiting={look.problem ? problemText(look.problem) : texts.waiting}
        />
      ))}
      {pca.map((look) => (
        <PictureRow
          key={look.key}
          {...common}
          {...rowOf(look)}
          name={pcaName(look.size)}
          isBaseline
          waiting={pcaWaiting(group)}
        />
      ))}
    </div>
  );
}

function pcaWaiting({ pcaProgress, pcaFailure, data }: LooksGroup): string {
  if (pcaFailure !== null) return t`PCA could not be computed: ${{ why: failureText(pcaFailure) }}`;
  if (pcaProgress === null) return texts.waiting;
  return analysisProgressText(pcaProgress, sampleWords(sampleKind(data.shape)));
}
