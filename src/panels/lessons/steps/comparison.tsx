// What was predicted beside what came.
import { Check, CircleAlert } from 'lucide-react';
import type { CompareStep, Lesson } from '../../../catalog/lessons/lesson';
import { useLessonRecord } from '../../../session/hooks/lessons/use-lessons';
import { RichText } from '../rich-text';
import { answerText, sheetTexts, wasRight } from '../words';
import styles from './steps.module.css';

export function Comparison({ lesson, step }: { lesson: Lesson; step: CompareStep }) {
  const { predictions, results } = useLessonRecord(lesson.id);
  const asked = lesson.steps.find(({ id }) => id === step.of);
  const came = step.came(results);
  const prediction = predictions[step.of];
  if (asked?.kind !== 'predict' || came === null) return <p>{sheetTexts.noComparison}</p>;
  const isRight = wasRight(prediction, came);
  return (
    <>
      <dl className={styles.comparison}>
        <div>
          <dt>{sheetTexts.youPredicted}</dt>
          <dd>{answerText(asked.answers, prediction ?? null)}</dd>
        </div>
        <div>
          <dt>{sheetTexts.whatCame}</dt>
          <dd>{answerText(asked.answers, came.answer)}</dd>
        </div>
      </dl>
      {isRight !== null && (
        <p className={styles.verdict} data-right={isRight}>
          {isRight ? <Check size={14} aria-hidden="true" /> : <CircleAlert size={14} aria-hidden="true" />}
          <span>{isRight ? sheetTexts.right : sheetTexts.wrong}</span>
        </p>
      )}
      <p>
        <RichText text={came.text} />
      </p>
      <p>
        <RichText text={came.why} />
      </p>
    </>
  );
}
