// Recording with the microphone, in place of choosing files. It is asked for when the button is pressed, and let go of when the
// dialog closes.
import { Mic } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useRecorder } from '../../../session/hooks/recording/use-recorder';
import { useSession } from '../../../session/hooks/session-context';
import { RecorderStrip } from '../../../ui/recorder/recorder-strip';
import { Notice } from '../../../ui/controls/notice/notice';
import styles from '../start-view.module.css';
import { endedTexts, faultTexts, fileName, microphoneTexts } from '../../../session/recording/words';

export function Microphone() {
  const { importing } = useSession();
  const { state, start, stop, discard } = useRecorder();
  const button = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  const isRecording = state.name !== 'idle' && state.name !== 'failed';
  // What had the focus is gone with the recording.
  useEffect(() => {
    if (wasRecording.current && !isRecording) button.current?.focus({ preventScroll: true });
    wasRecording.current = isRecording;
  }, [isRecording]);
  switch (state.name) {
    case 'idle':
    case 'failed':
      return (
        <>
          <button ref={button} type="button" className={styles.button} onClick={() => void start()}>
            <Mic size={16} aria-hidden="true" />
            <span>{microphoneTexts.record}</span>
          </button>
          {state.name === 'failed' && (
            <Notice kind="error" message={faultTexts[state.why]} className={styles.whole} />
          )}
        </>
      );
    case 'asking':
    case 'recording': {
      const { seconds, level } = state.name === 'recording' ? state : { seconds: null, level: null };
      return (
        <div className={styles.whole}>
          <RecorderStrip {...{ seconds, level }} onUse={null} onStop={stop} onDiscard={discard} />
        </div>
      );
    }
    case 'recorded': {
      const { recorded } = state;
      const { seconds, endedBy } = recorded;
      const use = () => void importing.open([{ path: fileName(recorded, new Date()), blob: recorded.blob }]);
      return (
        <div className={styles.whole}>
          <RecorderStrip {...{ seconds, level: null }} onUse={use} onStop={stop} onDiscard={discard} />
          {endedBy !== 'person' && <Notice kind="info" message={endedTexts[endedBy]} />}
        </div>
      );
    }
  }
}
