// The open lesson beside the playground: a column on a desk, a sheet from below on a phone. It never covers what it speaks of
// without being folded away by Esc; from below, it folds itself to a line while the person acts.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { lessonOf, lessons } from '../../../catalog/lessons/registry';
import type { Lesson } from '../../../catalog/lessons/lesson';
import { useLessonRecord, useLessons, useOpenLesson } from '../../../session/hooks/lessons/use-lessons';
import { IconButton } from '../../../ui/controls/buttons/buttons';
import { LessonProgress } from '../lesson-progress';
import { sheetQuery } from '../sheet-query';
import { doneText, lessonNumberText, sheetTexts } from '../words';
import { useMedia } from '../../../ui/media';
import { LessonEnd } from './lesson-end';
import { isDone } from '../steps/can-go-on';
import { LowStep } from './low-step';
import { StepOnPage } from './step-on-page';
import { useFocusKept } from './use-focus-kept';
import { SheetStep } from './sheet-step';
import styles from './lesson-sheet.module.css';
import './beside-lesson.css';

interface LessonSheetProps {
  /** The view that is shown, such as `explore/sliders`: its layout leaves room for the column. */
  place: string;
}

export function LessonSheet({ place }: LessonSheetProps) {
  const open = useOpenLesson();
  const lesson = lessonOf(open?.id ?? '');
  const isSheet = useMedia(sheetQuery);
  // A sheet that folds leaves the page as long as it is, so that nothing moves.
  const takesRoom = lesson !== null && (isSheet || open?.isFolded === false);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (takesRoom) dataset['besideLesson'] = place;
    return () => {
      delete dataset['besideLesson'];
    };
  }, [takesRoom, place]);
  if (open === null || lesson === null) return null;
  return <Sheet key={lesson.id} lesson={lesson} isFolded={open.isFolded} isSheet={isSheet} />;
}

interface SheetProps {
  lesson: Lesson;
  isFolded: boolean;
  /** Lies over the page, and so shows a line of the step while it is folded. */
  isSheet: boolean;
}

function Sheet({ lesson, isFolded, isSheet }: SheetProps) {
  const room = useLessons();
  const { at, outcomes } = useLessonRecord(lesson.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const section = useFocusKept(isFolded);
  const isLow = isSheet && isFolded;
  // Whoever opens a lesson reads it next.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const step = lesson.steps[at];
  const outcome = step?.kind === 'do' ? outcomes[step.id] : undefined;
  return (
    <section
      ref={section}
      aria-label={sheetTexts.region}
      className={styles.sheet}
      data-folded={isFolded}
      data-picture="omit"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isFolded) return;
        event.preventDefault();
        room.fold(true);
      }}
    >
      <header className={styles.head}>
        {isLow ? (
          <LowStep lesson={lesson} at={at} onUnfold={() => room.fold(false)} />
        ) : (
          <div className={styles.titles}>
            <p className={styles.number}>{lessonNumberText(lessons.indexOf(lesson), lessons.length)}</p>
            <h2 ref={heading} tabIndex={-1} className={styles.title}>
              {lesson.title}
            </h2>
          </div>
        )}
        <IconButton
          label={isFolded ? sheetTexts.unfold : sheetTexts.fold}
          icon={isFolded ? ChevronUp : ChevronDown}
          onClick={() => room.fold(!isFolded)}
        />
        <IconButton
          label={sheetTexts.leave}
          explanation={sheetTexts.leaveExplanation}
          icon={X}
          onClick={() => void room.leave()}
        />
      </header>
      <LessonProgress lesson={lesson} />
      {step !== undefined && (isSheet || !isFolded) && (
        <StepOnPage key={`page-${step.id}`} lesson={lesson} step={step} at={at} isSheet={isSheet} />
      )}
      <p key={`done-${step?.id}`} role="status" className="visually-hidden">
        {isDone(outcome) ? doneText(step?.title ?? '') : ''}
      </p>
      {!isFolded &&
        (step === undefined ? (
          <LessonEnd lesson={lesson} />
        ) : (
          <SheetStep key={step.id} lesson={lesson} step={step} at={at} />
        ))}
    </section>
  );
}
