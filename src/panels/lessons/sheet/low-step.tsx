// A step while its sheet is out of the way: what is still to be done, in a line, and Continue once it is.
import { ArrowRight, Check } from 'lucide-react';
import type { Lesson } from '../../../catalog/lessons/lesson';
import { useLessonRecord, useLessons, useLessonsState } from '../../../session/hooks/lessons/use-lessons';
import { TransportButton } from '../../../ui/controls/buttons/buttons';
import { canGoOn, isDone } from '../steps/can-go-on';
import { endTexts, outcomeTexts, sheetTexts, stepText } from '../words';
import styles from './lesson-sheet.module.css';

interface LowStepProps {
  lesson: Lesson;
  at: number;
  onUnfold: () => void;
}

export function LowStep({ lesson, at, onUnfold }: LowStepProps) {
  const room = useLessons();
  const record = useLessonRecord(lesson.id);
  const missing = useLessonsState((state) => state.missing);
  const step = lesson.steps[at];
  const outcome = step?.kind === 'do' ? record.outcomes[step.id] : undefined;
  const goOn = () => {
    room.next();
    onUnfold();
  };
  return (
    <>
      {/* The button beside it says and does the same for who cannot tap. */}
      <div className={styles.titles} data-lesson-step onClick={onUnfold}>
        <p className={styles.number}>
          {step === undefined ? lesson.title : `${stepText(at, lesson.steps.length)} · ${step.title}`}
        </p>
        <p className={styles.line} data-done={isDone(outcome)}>
          {isDone(outcome) && <Check size={14} aria-hidden="true" />}
          <span>
            {step === undefined
              ? endTexts.title
              : isDone(outcome)
                ? outcomeTexts[outcome]
                : (missing ?? step.title)}
          </span>
        </p>
      </div>
      {step !== undefined && canGoOn(step, record) && (
        <TransportButton
          label={sheetTexts.next}
          icon={ArrowRight}
          highlighted
          onClick={goOn}
          className={styles.next}
        />
      )}
    </>
  );
}
