// Which clip: a piano note that nothing is trained on, or a recording of one's own.
import { t } from '@lingui/core/macro';
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { useSound, useSoundRoom } from '../../../session/hooks/sound/use-sound';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Select } from '../../../ui/controls/fields/select';
import { clipTexts } from '../words';
import { Microphone } from './microphone';
import styles from './set-up-bar.module.css';

/** What the select calls a recording of one's own; no note has such a name. */
const own = 'own';

export function ClipChoice() {
  const sound = useSoundRoom();
  const notes = useSound((state) => state.notes);
  const source = useSound((state) => state.source);
  const reading = useSound((state) => state.reading);
  const isCut = useSound((state) => state.isCut);
  const input = useRef<HTMLInputElement>(null);
  const options = [
    ...notes.map((name) => ({ value: name, label: name, group: clipTexts.notes })),
    ...(source?.kind === 'own' ? [{ value: own, label: source.name, group: clipTexts.own }] : []),
  ];
  return (
    <div className={styles.clip}>
      <Select
        label={t`Clip`}
        look="row"
        value={source?.kind === 'own' ? own : (source?.name ?? notes[0] ?? '')}
        options={options}
        explanation={clipTexts.explanation}
        onChange={(value) => {
          if (value !== own) sound.chooseNote(value);
        }}
      />
      <TextButton
        look="plain"
        icon={FolderOpen}
        explanation={clipTexts.fileExplanation}
        onClick={() => input.current?.click()}
      >{t`Open a recording`}</TextButton>
      <input
        ref={input}
        type="file"
        hidden
        accept="audio/*,.wav,.flac,.mp3,.ogg,.oga"
        aria-label={t`Sound file`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void sound.take(file, file.name);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Microphone />
      {reading !== null && (
        <span className={styles.reading}>{t`reading, ${{ percent: Math.round(100 * reading) }} %`}</span>
      )}
      {reading === null && isCut && <span className={styles.reading}>{clipTexts.cut}</span>}
    </div>
  );
}
