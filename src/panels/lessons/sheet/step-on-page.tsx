// What a step does to the page beside the sheet: a ring around its control, and, where the sheet lies over the page, what it speaks of in
// view and the sheet out of the way while the person acts.
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Lesson, Step } from '../../../catalog/lessons/lesson';
import { lookAtOf } from '../../../catalog/lessons/look-at';
import { useLessonRecord, useLessons, useLessonsState } from '../../../session/hooks/lessons/use-lessons';
import { useRun } from '../../../session/hooks/use-run';
import { bringIntoView, isFixed } from '../steps/bring-into-view';
import { isDone } from '../steps/can-go-on';
import { findOpen } from '../steps/find-target';
import { placeOfStep } from '../steps/place-of-step';
import { useTarget } from '../steps/use-target';

interface StepOnPageProps {
  lesson: Lesson;
  step: Step;
  at: number;
  /** Whether the lesson lies over the page. */
  isSheet: boolean;
}

export function StepOnPage({ lesson, step, at, isSheet }: StepOnPageProps) {
  const outcome = useLessonRecord(lesson.id).outcomes[step.id];
  const isOpen = step.kind === 'do' && !isDone(outcome);
  const target = isOpen ? step.target : null;
  const lookAt = lookAtOf(lesson, at);
  const isTraining = useRun(({ wantsTraining }) => wantsTraining);
  useTarget(target, step.kind === 'do' ? placeOfStep(step) : 'train', isSheet);

  const showWhatIsSaid = useEffectEvent(() => {
    // A control that scrolls with the page comes first; `useTarget` brings it.
    const control = target && findOpen(target);
    if (lookAt !== null && (control === null || isFixed(control))) bringIntoView(() => findOpen(lookAt));
  });
  useEffect(() => {
    if (isSheet) showWhatIsSaid();
  }, [isSheet]);

  // Then what it does: it trains, or is done without training.
  const showWhatHappens = () => {
    if (step.kind === 'do' && lookAt !== null) bringIntoView(() => findOpen(lookAt));
  };
  const isHappening = isTraining || (step.kind === 'do' && step.trainFor === undefined && !isOpen);
  useWhenItBecomes(isSheet && isHappening, showWhatHappens);

  useFoldWhileActing(isSheet && step.kind === 'do');
  return null;
}

/** Out of the way from the first press on the page on, or when training starts. The step's own text is a tap away. */
function useFoldWhileActing(isOn: boolean): void {
  const { fold } = useLessons();
  const isTraining = useRun(({ wantsTraining }) => wantsTraining);
  const isHelping = useLessonsState((state) => state.isHelping);
  useWhenItBecomes(isOn && (isTraining || isHelping), () => fold(true));
  useEffect(() => {
    if (!isOn) return undefined;
    const over = new AbortController();
    const options = { capture: true, signal: over.signal };
    const act = ({ target }: Event) => {
      if (target instanceof Element && target.closest('main, nav')) fold(true);
    };
    addEventListener('click', act, options);
    addEventListener('input', act, options);
    addEventListener(
      'pointerdown',
      (event) => {
        // What takes the finger for itself is drawn on or dragged; elsewhere a finger may only scroll.
        const { target } = event;
        if (target instanceof Element && getComputedStyle(target).touchAction === 'none') act(event);
      },
      options,
    );
    return () => over.abort();
  }, [isOn, fold]);
}

/** Calls `act` when the condition becomes true, not where it is from the beginning. */
function useWhenItBecomes(isTrue: boolean, act: () => void): void {
  const was = useRef(isTrue);
  const actNow = useEffectEvent(act);
  useEffect(() => {
    if (isTrue && !was.current) actNow();
    was.current = isTrue;
  }, [isTrue]);
}
