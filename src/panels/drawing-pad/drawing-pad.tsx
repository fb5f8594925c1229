// A drawing pad whose code and reconstruction update during the stroke.
import { plural, t } from '@lingui/core/macro';
import { activeThresholds } from '../../catalog/activations/registry';
import { otherStepText } from '../../core/number-text';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useExperiment } from '../../session/hooks/use-experiment';
import { useDataset } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useSamplePad } from '../../session/hooks/use-sample-pad';
import { classNames } from '../../ui/class-names';
import { CodeBars } from '../../ui/bars/code-bars';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { ExplainedLabel } from '../../ui/explanation/explained-label';
import { Tooltip } from '../../ui/explanation/tooltip';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { SamplePad } from '../../ui/pad/sample-pad';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './drawing-pad.module.css';

const looksAt = ['drawing'] as const;

export function DrawingPad() {
  useInViewEffect(useLookAt(looksAt));
  const { pad, hasDrawing, form, clear, failure } = useSamplePad();
  const isSignal = pad.line !== undefined;
  const isClean = useExperiment(({ noise }) => noise === 'none');
  return (
    <Card
      title={t`Drawing pad`}
      explanation={t`Draw, and the network rebuilds it at once. The bars are its code.`}
      term="code"
      subtitle={<Subtitle />}
      actions={
        <TextButton label={t`Clear drawing`} disabled={!hasDrawing} onClick={clear}>{t`Clear`}</TextButton>
      }
      className={styles.card}
    >
      <div className={styles.panel}>
        <div className={classNames(styles.pictures, isSignal && styles.lines, isClean && styles.clean)}>
          <SamplePad {...pad} aspect={2.1} />
          <Answer form={form} aspect={isSignal ? 2.6 : undefined} />
        </div>
        {failure === null ? (
          <Code form={form} />
        ) : (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
      </div>
    </Card>
  );
}

function Subtitle() {
  const step = useWhileInView(
    useRunStore(),
    (run) => run.drawing && otherStepText(run.drawing.step, run.step),
  );
  return <span>{step}</span>;
}

const unknown = { shape: [1, 1, 1] };
const nothing = new Float32Array(0);

function Answer({ form, aspect }: { form: string | null; aspect: number | undefined }) {
  const info = useDataset() ?? unknown;
  const answer = useWhileInView(useRunStore(), (run) => run.drawing);
  const hasNoise = useExperiment(({ noise }) => noise !== 'none');
  return (
    <>
      <figure>
        <SamplePicture label={t`Noisy drawing`} values={answer?.noisy ?? nothing} {...{ info, aspect }} />
        <Tooltip text={form === null ? undefined : becomesText(form)}>
          <figcaption>
            <ExplainedLabel>{hasNoise ? t`Noisy` : t`Network input`}</ExplainedLabel>
          </figcaption>
        </Tooltip>
      </figure>
      <figure>
        <SamplePicture
          label={t`Reconstructed drawing`}
          values={answer?.reconstructed ?? nothing}
          reference={answer?.original}
          {...{ info, aspect }}
        />
        <figcaption>{t`Reconstructed`}</figcaption>
      </figure>
    </>
  );
}

function Code({ form }: { form: string | null }) {
  const answer = useWhileInView(useRunStore(), (run) => run.drawing);
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const isGaussian = useExperiment(({ codeKind }) => codeKind === 'gaussian');
  const threshold = useExperiment(({ codeActivation }) => activeThresholds[codeActivation]);
  return (
    <div className={styles.code}>
      {answer ? (
        <CodeBars
          label={t`Code of the drawing`}
          values={answer.code}
          deviations={answer.codeDeviation}
          threshold={threshold}
        />
      ) : (
        <p className={styles.empty}>
          <span>{emptyText(codeSize, isGaussian)}</span>
          {form !== null && <span className={styles.form}>{becomesText(form)}</span>}
        </p>
      )}
    </div>
  );
}

function becomesText(form: string): string {
  return t`Your drawing is adjusted to look like this data: ${form}.`;
}

function emptyText(codeSize: number, isGaussian: boolean): string {
  return isGaussian
    ? plural(codeSize, {
        one: 'The mean and the spread a drawing becomes appear here.',
        other: 'The # means and spreads a drawing becomes appear here.',
      })
    : plural(codeSize, {
        one: 'The number a drawing is squeezed into appears here.',
        other: 'The # numbers a drawing is squeezed into appear here.',
      });
}
