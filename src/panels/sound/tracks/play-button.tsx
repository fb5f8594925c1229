// The button that lets a version be heard, with its name.
import { AudioLines, Play } from 'lucide-react';
import { useSoundRoom } from '../../../session/hooks/sound/use-sound';
import { versionIds, type VersionId } from '../../../session/sound/versions';
import { classNames } from '../../../ui/class-names';
import { Tooltip } from '../../../ui/explanation/tooltip';
import { versionWords } from '../words';
import styles from './play-button.module.css';

interface PlayButtonProps {
  id: VersionId;
  isHeard: boolean;
  disabled: boolean;
}

export function PlayButton({ id, isHeard, disabled }: PlayButtonProps) {
  const { player } = useSoundRoom();
  const { title, play, explanation } = versionWords[id];
  const Icon = isHeard ? AudioLines : Play;
  return (
    <Tooltip text={explanation}>
      <button
        type="button"
        className={classNames(styles.play, isHeard && styles.heard)}
        aria-label={play}
        data-picture="keep"
        aria-pressed={isHeard}
        aria-keyshortcuts={String(versionIds.indexOf(id) + 1)}
        disabled={disabled}
        onClick={() => (isHeard ? player.stop() : player.play(id))}
      >
        <span className={styles.disc}>
          <Icon size={14} fill={isHeard ? 'none' : 'currentColor'} aria-hidden="true" />
        </span>
        <span className={styles.title}>{title}</span>
      </button>
    </Tooltip>
  );
}
