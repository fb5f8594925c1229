// Shows the explanations of the page: once around the app. What is drawn comes with the first explanation shown.
import { useEffect, useSyncExternalStore } from 'react';
import { getShown, subscribe } from './explanations';
import { lazyInline } from '../lazy/lazy-inline';
import type { LoadTerm } from './term-source';
import { watchForExplanations } from './watch';

const Bubble = lazyInline(
  async () => (await import('./bubble/bubble')).Bubble,
  () => null,
);

export function ExplanationLayer({ loadTerm }: { loadTerm: LoadTerm }) {
  const shown = useSyncExternalStore(subscribe, getShown);
  useEffect(watchForExplanations, []);
  return shown && <Bubble shown={shown} loadTerm={loadTerm} />;
}
