// A clip from the microphone. It is asked for when the button is pressed, and let go of when the view is left.
import { Mic } from 'lucide-react';
import { useRecorder } from '../../../session/hooks/recording/use-recorder';
import { useSoundRoom } from '../../../session/hooks/sound/use-sound';
import { endedTexts, faultTexts, fileName, microphoneTexts } from '../../../session/recording/words';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Notice } from '../../../ui/controls/notice/notice';
import { RecorderStrip } from '../../../ui/recorder/recorder-strip';
import { clipTexts } from '../words';
import styles from './set-up-bar.module.css';

export function Microphone() {
  const sound = useSoundRoom();
  const { state, start, stop, discard } = useRecorder();

  function record() {
    // A microphone hears the loudspeaker.
    sound.player.stop();
    void start();
  }

  switch (state.name) {
    case 'idle':
    case 'failed':
      return (
        <>
          <TextButton look="plain" icon={Mic} explanation={clipTexts.recordExplanation} onClick={record}>
            {microphoneTexts.record}
          </TextButton>
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
      function use() {
        // A microphone brings its own noise.
        void sound.take(recorded.blob, fileName(recorded, new Date()), 'none').then(discard);
      }
      return (
        <div className={styles.whole}>
          <RecorderStrip {...{ seconds, level: null }} onUse={use} onStop={stop} onDiscard={discard} />
          {endedBy !== 'person' && <Notice kind="info" message={endedTexts[endedBy]} />}
        </div>
      );
    }
  }
}
