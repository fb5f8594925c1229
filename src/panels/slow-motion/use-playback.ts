// Slow motion that goes on by itself: one timer per part.
import { useEffect, useReducer, useRef, type Dispatch } from 'react';
import { initialPlayback, lightMs, nextPlayback, type Playback, type PlaybackAction } from './playback';

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * @param count of the parts
 * @param trace what is played: another one begins at its first part, by itself unless the person prefers stillness
 */
export function usePlayback(count: number, trace: object | null): [Playback, Dispatch<PlaybackAction>] {
  const [state, dispatch] = useReducer(
    (before: Playback, action: PlaybackAction) => nextPlayback(before, action, count),
    initialPlayback,
  );
  const shown = useRef(trace);
  useEffect(() => {
    if (trace === null || trace === shown.current) return;
    shown.current = trace;
    dispatch({ kind: 'begin', plays: !prefersStillness() });
  }, [trace]);
  useEffect(() => {
    if (!state.isPlaying) return undefined;
    const timer = setTimeout(() => dispatch({ kind: 'tick' }), lightMs(state));
    return () => clearTimeout(timer);
  }, [state]);
  return [state, dispatch];
}
