// What a step asks to be done, and what of it is still missing: from the live state.
import { Check } from 'lucide-react';
import type { DoStep, Lesson } from '../../../catalog/lessons/lesson';
import { useLessonRecord, useLessons, useLessonsState } from '../../../session/hooks/lessons/use-lessons';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { sheetQuery } from '../sheet-query';
import { outcomeTexts, sheetTexts } from '../words';
import styles from './steps.module.css';
import { isDone } from './can-go-on';
import { placeOfStep } from './place-of-step';
import { showTarget } from './use-target';

export function Task({ lesson, step }: { lesson: Lesson; step: DoStep }) {
  const lessons = useLessons();
  const outcome = useLessonRecord(lesson.id).outcomes[step.id];
  const missing = useLessonsState((state) => state.missing);
  const isHelping = useLessonsState((state) => state.isHelping);
  if (isDone(outcome)) {
    return (
      <p className={styles.outcome} data-outcome={outcome}>
        <Check size={14} aria-hidden="true" />
        <span>{outcomeTexts[outcome]}</span>
      </p>
    );
  }
  const show = () => {
    // In a low window a sheet leaves no room above it.
    if (matchMedia(sheetQuery).matches) lessons.fold(true);
    showTarget(step.target, placeOfStep(step));
  };
  return (
    <>
      <p className={styles.missing}>{missing ?? '\u00a0'}</p>
      <div className={styles.ways}>
        <TextButton onClick={show}>{sheetTexts.show}</TextButton>
        <TextButton disabled={isHelping} onClick={() => void lessons.doItForMe()}>
          {isHelping ? sheetTexts.doing : sheetTexts.doItForMe}
        </TextButton>
        <TextButton onClick={lessons.skip}>{sheetTexts.skip}</TextButton>
      </div>
    </>
  );
}
