// A lesson to be read, without training: all of its steps. Start opens it beside the playground.
import { useEffect, useRef } from 'react';
import type { Lesson, Step } from '../../catalog/lessons/lesson';
import { lessons } from '../../catalog/lessons/registry';
import { useLessonRecord, useLessons } from '../../session/hooks/lessons/use-lessons';
import { Play, RotateCcw } from 'lucide-react';
import { TransportButton } from '../../ui/controls/buttons/buttons';
import { LessonProgress } from './lesson-progress';
import styles from './lessons.module.css';
import { Paragraphs, RichText } from './rich-text';
import { lessonNumberText, listTexts, minutesText, sheetTexts } from './words';

export function LessonPage({ lesson }: { lesson: Lesson }) {
  const room = useLessons();
  const { at } = useLessonRecord(lesson.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isBegun = at > 0 && at < lesson.steps.length;
  return (
    <section aria-label={sheetTexts.region} className={styles.page}>
      <div className={styles.reading}>
        <p className={styles.number}>
          {`${lessonNumberText(lessons.indexOf(lesson), lessons.length)} · ${minutesText(lesson.minutes)}`}
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {lesson.title}
        </h2>
        <p>{lesson.summary}</p>
      </div>
      <LessonProgress lesson={lesson} />
      <div className={styles.starts}>
        <TransportButton
          label={isBegun ? listTexts.goOn : listTexts.start}
          icon={Play}
          look="primary"
          onClick={() => void room.open(lesson.id)}
        />
        {at > 0 && (
          <TransportButton
            label={listTexts.startOver}
            icon={RotateCcw}
            onClick={() => void room.startOver(lesson.id)}
          />
        )}
        <a href="#learn/lessons">{listTexts.all}</a>
      </div>
      <p className={styles.intro}>{listTexts.readOn}</p>
      <ol className={styles.reading}>
        {lesson.steps.map((step) => (
          <li key={step.id}>
            <h3>{step.title}</h3>
            <Paragraphs text={step.text} />
            <Asked step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked({ step }: { step: Step }) {
  if (step.kind === 'compare') return <p className={styles.intro}>{listTexts.compareHere}</p>;
  if (step.kind !== 'predict') return null;
  const { question, answers } = step;
  return (
    <>
      <p className={styles.intro}>{listTexts.predictHere}</p>
      <p>
        <RichText text={question} />
      </p>
      {answers.kind === 'choices' && (
        <ul>
          {answers.choices.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      )}
    </>
  );
}
