// Whether a press has opened the explanation around a button.
import { use, useSyncExternalStore } from 'react';
import { getShown, subscribe } from './explanations';
import { ExplanationId } from './tooltip';

/** Null where nothing is explained around here. */
export function useIsPressed(): boolean | null {
  const id = use(ExplanationId);
  const isPressed = useSyncExternalStore(subscribe, () => {
    const shown = getShown();
    return shown !== null && shown.by === 'press' && shown.id === id;
  });
  return id === null ? null : isPressed;
}
