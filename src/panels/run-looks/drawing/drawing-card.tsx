// One drawing through the networks of all runs. The pad is that of Train: what is on it there is on it here.
import { t } from '@lingui/core/macro';
import { lossText } from '../../../core/number-text';
import { meanSquaredError } from '../../../core/pca/squared-error';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useSamplePad } from '../../../session/hooks/use-sample-pad';
import { rebuiltOf, type Answers } from '../../../session/run-looks/look-state';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { SmallPad } from '../../../ui/pad/small-pad';
import { sampleAspect } from '../../../ui/sample/looks';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import type { GroupProps } from '../group-props';
import { numberedName } from '../numbered-run';
import { notDrawableText, pcaName, problemText, texts } from '../words';
import styles from './drawing.module.css';

interface DrawingCardProps extends GroupProps {
  ending: string;
  /** The pad is here; else it is with another group. */
  hasPad: boolean;
}

export function DrawingCard({ group, numbers, ending, hasPad }: DrawingCardProps) {
  const { pad, hasDrawing, clear, failure } = useSamplePad();
  const { drawing, shown, test, data, runs, pca } = group;
  const words = sampleWords(sampleKind(data.shape));
  const main = useSampleWords();
  const isUnfit = test !== null && drawing === null && (hasDrawing || main.kind !== words.kind);
  const isEmpty = !hasPad && drawing === null;
  return (
    <Card
      title={`${texts.drawingTitle}${ending}`}
      term="reconstruction"
      subtitle={isUnfit ? undefined : hasPad ? texts.draw : texts.drawElsewhere}
      actions={
        hasPad && (
          <TextButton label={t`Clear drawing`} disabled={!hasDrawing} onClick={clear}>{t`Clear`}</TextButton>
        )
      }
    >
      <div className={styles.panel}>
        {hasPad && <SmallPad {...pad} failure={failure} className={styles.pad} />}
        {isUnfit ? (
          <p className={styles.note}>{notDrawableText(data.name, words)}</p>
        ) : (
          !isEmpty && (
            <div className={styles.answers}>
              {drawing && shown === 'noisy' && (
                <Answer name={t`Noisy drawing`} {...{ group, values: drawing.noisy, problem: null }} />
              )}
              {runs.map((look) => (
                <Answer
                  key={look.entry.id}
                  name={numberedName(look.entry, numbers)}
                  problem={look.problem && problemText(look.problem)}
                  {...{ group, values: drawnOf(look) }}
                />
              ))}
              {pca.map((look) => (
                <Answer
                  key={look.key}
                  name={pcaName(look.size)}
                  problem={null}
                  {...{ group, values: drawnOf(look) }}
                />
              ))}
            </div>
          )
        )}
      </div>
    </Card>
  );

  function drawnOf({ drawn }: Answers): Float32Array | null {
    return rebuiltOf(drawn, drawing)?.[shown] ?? null;
  }
}

interface AnswerProps extends Pick<GroupProps, 'group'> {
  name: string;
  values: Float32Array | null;
  problem: string | null;
}

function Answer({ group: { drawing, data, test }, name, values, problem }: AnswerProps) {
  return (
    <figure className={styles.answer}>
      {drawing && values ? (
        <SamplePicture
          label={t`Drawing: ${name}`}
          info={test?.info ?? data}
          values={values}
          reference={drawing.clean}
        />
      ) : (
        <div className={styles.nothing} style={{ aspectRatio: sampleAspect(data.shape) }}>
          {problem ?? (drawing ? texts.waiting : '')}
        </div>
      )}
      <figcaption>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.mse}>
          {drawing && values ? `MSE ${lossText(meanSquaredError(values, drawing.clean))}` : '—'}
        </span>
      </figcaption>
    </figure>
  );
}
