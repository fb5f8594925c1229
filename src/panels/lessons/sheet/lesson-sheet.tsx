// The open lesson beside the playground: a column on a desk, a sheet from below on a phone. It never covers what it speaks of
// without being folded away by Esc.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { lessonOf, lessons } from '../../../catalog/lessons/registry';
import type { Lesson } from '../../../catalog/lessons/lesson';
import { useLessonRecord, useLessons, useOpenLesson } from '../../../session/hooks/lessons/use-lessons';
import { IconButton } from '../../../ui/controls/buttons/buttons';
import { LessonProgress } from '../lesson-progress';
import { lessonNumberText, sheetTexts } from '../words';
import { LessonEnd } from './lesson-end';
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
  const isColumn = lesson !== null && open?.isFolded === false;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (isColumn) dataset['besideLesson'] = place;
    return () => {
      delete dataset['besideLesson'];
    };
  }, [isColumn, place]);
  if (open === null || lesson === null) return null;
  return <Sheet key={lesson.id} lesson={lesson} isFolded={open.isFolded} />;
}

function Sheet({ lesson, isFolded }: { lesson: Lesson; isFolded: boolean }) {
  const room = useLessons();
  const { at } = useLessonRecord(lesson.id);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opens a lesson reads it next.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const step = lesson.steps[at];
  return (
    <section
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
        <div className={styles.titles}>
          <p className={styles.number}>{lessonNumberText(lessons.indexOf(lesson), lessons.length)}</p>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {lesson.title}
          </h2>
        </div>
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
      {!isFolded &&
        (step === undefined ? (
          <LessonEnd lesson={lesson} />
        ) : (
          <SheetStep key={step.id} lesson={lesson} step={step} at={at} />
        ))}
    </section>
  );
}
