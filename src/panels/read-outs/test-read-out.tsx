// Read-outs shared by Train and Explore: the step, and numbers measured on the test set. While a run trains, the large number is
// the newest one, of a part of the test images, and the one of all stands under it (docs/decisions/0033).
import { t } from '@lingui/core/macro';
import { sampleText, type SampleText } from '../../core/samples/words/sample-words';
import type { TermId } from '../../core/glossary/term-id';
import type { Evaluation } from '../../core/engine-api/looking';
import { countText, lossText } from '../../core/number-text';
import { ageOf } from '../../session/runs/age';
import { runningTest } from '../../session/runs/running-test';
import { useRun } from '../../session/hooks/use-run';
import { classNames } from '../../ui/class-names';
import { ReadOut } from '../../ui/controls/read-out/read-out';
import styles from './read-outs.module.css';
import { allText, runningWhere, wholeWhere, type RunningWords } from './running-words';
import { useSampleWords } from '../../session/hooks/datasets/use-dataset';

export function StepReadOut() {
  const step = useRun((run) => run.step);
  return (
    <ReadOut
      name={t`Step`}
      term="step"
      exact={step}
      explanation={t`Batches the network has been trained on.`}
      className={styles.step}
    >
      {countText(step)}
    </ReadOut>
  );
}

interface TestReadOutProps {
  name: string;
  /** The term of the glossary that explains it. */
  term: TermId;
  caption?: string;
  /** Where it is also measured on a part of the test images: its name, and its caption for so many of them. */
  running?: RunningWords;
  /** The number that matters most. */
  emphasis?: boolean;
  /** Only where it applies, which is known once it is measured: hidden without noise and without a value. */
  optional?: boolean;
  select: (evaluation: Evaluation) => number | null;
  className?: string | undefined;
  /** It is the same whatever the weights, and so of every step. */
  ofTheData?: boolean;
  /** What the number is, without a full stop. */
  meaning: SampleText;
}

/** A number measured on the whole test set: with its step where that is not the current one, pale while outdated. */
export function TestReadOut({
  name,
  term,
  caption,
  emphasis = false,
  optional = false,
  running,
  className,
  ofTheData = false,
  select,
  meaning,
}: TestReadOutProps) {
  const value = useRun((run) => (run.testAll ? select(run.testAll.evaluation) : null));
  const step = useRun((run) => run.testAll?.evaluation.step ?? 0);
  const count = useRun((run) => run.testAll?.evaluation.count ?? 0);
  const outdated = useRun((run) => run.testAll?.outdated ?? false);
  const age = useRun((run) =>
    ofTheData || run.testAll === null ? 'current' : ageOf(run.testAll.evaluation.step, run),
  );
  const measured = useRun((run) => run.testAll !== null);
  const newest = useRun((run) => (running === undefined ? null : runningTest(run)));
  const isOld = useRun((run) => newest !== null && ageOf(newest.step, run) === 'older');
  const isFiltered = useRun((run) => run.experiment.classes.length > 0);
  const words = useSampleWords();
  const hasNoise = useRun((run) => run.experiment.noise !== 'none');
  if (optional && value === null && (measured || !hasNoise)) return null;
  const where =
    value === null
      ? t`not measured yet`
      : outdated
        ? t`being measured again`
        : isFiltered
          ? t`on all ${{ count: countText(count) }} test ${{ many: words.many }}, of all classes, at step ${{ step: countText(step) }}`
          : t`on all ${{ count: countText(count) }} test ${{ many: words.many }}, at step ${{ step: countText(step) }}`;
  const latest = newest && select(newest);
  return (
    <ReadOut
      name={name}
      term={term}
      exact={outdated ? undefined : (value ?? undefined)}
      caption={caption}
      running={
        newest === null || latest === null || running === undefined
          ? undefined
          : {
              name: running.name,
              text: lossText(latest),
              exact: latest,
              caption: running.caption(countText(newest.count)),
              all: allText,
              step: newest.step,
              isOld,
            }
      }
      step={value === null || ofTheData ? undefined : step}
      age={age}
      emphasis={emphasis}
      explanation={
        newest === null
          ? `${sampleText(meaning, words.kind)}, ${where}.`
          : `${sampleText(meaning, words.kind)}. ${runningWhere(newest, words)} ${wholeWhere(value, where)}`
      }
      className={classNames(
        styles.measured,
        running && styles.tested,
        outdated && newest === null && styles.outdated,
        className,
      )}
    >
      {value === null || (outdated && newest !== null) ? '—' : lossText(value)}
    </ReadOut>
  );
}

/** The loss on held-out samples. Pale while outdated, like the test numbers. */
export function ValidationReadOut({ className }: { className?: string | undefined }) {
  const evaluation = useRun((run) => run.validation?.evaluation ?? null);
  const outdated = useRun((run) => run.validation?.outdated ?? false);
  const age = useRun((run) =>
    run.validation === null ? 'current' : ageOf(run.validation.evaluation.step, run),
  );
  const where =
    evaluation === null
      ? t`not measured yet`
      : outdated
        ? t`being measured again`
        : t`on ${{ count: countText(evaluation.count) }} of them, at step ${{ step: countText(evaluation.step) }}`;
  return (
    <ReadOut
      name={t`Validation loss`}
      term="validation-set"
      exact={outdated ? undefined : evaluation?.loss}
      step={evaluation?.step}
      age={age}
      explanation={t`The chosen loss on samples that are held out, ${where}.`}
      className={classNames(styles.measured, outdated && styles.outdated, className)}
    >
      {evaluation === null ? '—' : lossText(evaluation.loss)}
    </ReadOut>
  );
}
