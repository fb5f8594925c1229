// The advice of the moment. It looks at the session a few times a second, since nearly every event of a run could change it, and
// renders only when the line does.
import { useCallback, useEffect, useState } from 'react';
import { sampleWords } from '../../core/samples/words/sample-words';
import { observeGuide } from '../../session/guide/observe-guide';
import { useSession } from '../../session/hooks/session-context';
import { useInView } from '../../ui/in-view/in-view';
import { adviceOn } from './advice';
import { paced, type Paced } from './pace';

const lookEveryMs = 300;

/** What stands there now, and what to call when the person has done what it says. */
export function useAdvice(): readonly [shown: Paced, hurry: () => void] {
  const session = useSession();
  const isSeen = useInView();
  const look = useCallback(
    (before: Paced | null) => {
      const state = observeGuide(session);
      const advice = adviceOn(state, sampleWords(state.kind));
      return paced(before, advice, performance.now(), state.status !== 'training');
    },
    [session],
  );
  const [shown, setShown] = useState(() => look(null));
  useEffect(() => {
    if (!isSeen) return undefined;
    const timer = setInterval(() => setShown(look), lookEveryMs);
    return () => clearInterval(timer);
  }, [look, isSeen]);
  const hurry = useCallback(() => setShown((now) => ({ ...now, mayChange: true })), []);
  return [shown, hurry];
}
