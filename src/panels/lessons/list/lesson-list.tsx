// The lessons in their order, and how much of each was done.
import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Lesson } from '../../../catalog/lessons/lesson';
import { lessons } from '../../../catalog/lessons/registry';
import { isFinished, progressOf } from '../../../session/lessons/lesson-records';
import { useLessonRecord, useOpenLesson } from '../../../session/hooks/lessons/use-lessons';
import { LessonProgress } from '../lesson-progress';
import styles from '../lessons.module.css';
import { lessonHref, lessonNumberText, listTexts, minutesText, shareText } from '../words';
import { FinishedReport } from './finished-report';

/** @param isUnknown the address names no lesson */
export function LessonList({ isUnknown, below }: { isUnknown: boolean; below: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.page}>
      <h2 id={id} className="visually-hidden">
        {listTexts.title}
      </h2>
      <p className={styles.intro}>{isUnknown ? listTexts.unknown : listTexts.summary}</p>
      <ul aria-labelledby={id} className={styles.list}>
        {lessons.map((lesson, at) => (
          <LessonCard key={lesson.id} lesson={lesson} at={at} />
        ))}
      </ul>
      {below}
      <FinishedReport />
    </div>
  );
}

function LessonCard({ lesson, at }: { lesson: Lesson; at: number }) {
  const record = useLessonRecord(lesson.id);
  const isOpen = useOpenLesson()?.id === lesson.id;
  const share = progressOf(lesson, record);
  return (
    <li className={styles.lesson}>
      <p className={styles.number}>{lessonNumberText(at, lessons.length)}</p>
      <h3>
        <a href={lessonHref(lesson.id)}>{lesson.title}</a>
      </h3>
      <p>{lesson.summary}</p>
      <p className={styles.facts}>
        <span>{minutesText(lesson.minutes)}</span>
        {isFinished(lesson, record) ? (
          <span className={styles.done}>
            <Check size={13} aria-hidden="true" />
            <span>{listTexts.finished}</span>
          </span>
        ) : (
          (share > 0 || isOpen) && <span>{shareText(share)}</span>
        )}
      </p>
      <LessonProgress lesson={lesson} />
    </li>
  );
}
