// The step of a lesson that is shown in the sheet.
import type { Lesson, Step } from '../../../catalog/lessons/lesson';
import { useLessonRecord, useLessons } from '../../../session/hooks/lessons/use-lessons';
import { TransportButton, TextButton } from '../../../ui/controls/buttons/buttons';
import { ArrowRight } from 'lucide-react';
import { Paragraphs } from '../rich-text';
import { canGoOn } from '../steps/can-go-on';
import { Comparison } from '../steps/comparison';
import { PredictionForm } from '../steps/prediction-form';
import { Task } from '../steps/task';
import { sheetTexts, stepText } from '../words';
import { useHeadingFocus } from './use-heading-focus';
import styles from './lesson-sheet.module.css';

interface SheetStepProps {
  lesson: Lesson;
  step: Step;
  at: number;
}

export function SheetStep({ lesson, step, at }: SheetStepProps) {
  const room = useLessons();
  const record = useLessonRecord(lesson.id);
  const heading = useHeadingFocus();
  const isOver = canGoOn(step, record);
  return (
    <>
      <div className={styles.body} data-lesson-step>
        <p className={styles.number}>{stepText(at, lesson.steps.length)}</p>
        <h3 ref={heading} tabIndex={-1} className={styles.stepTitle}>
          {step.title}
        </h3>
        <Paragraphs text={step.text} />
        {step.kind === 'predict' && <PredictionForm step={step} prediction={record.predictions[step.id]} />}
        {step.kind === 'do' && <Task lesson={lesson} step={step} />}
        {step.kind === 'compare' && <Comparison lesson={lesson} step={step} />}
      </div>
      <footer className={styles.foot} data-lesson-step>
        <TextButton disabled={at === 0} onClick={room.back}>
          {sheetTexts.back}
        </TextButton>
        <TransportButton
          label={sheetTexts.next}
          icon={ArrowRight}
          highlighted={isOver}
          disabled={!isOver}
          onClick={room.next}
          className={styles.next}
        />
      </footer>
    </>
  );
}
