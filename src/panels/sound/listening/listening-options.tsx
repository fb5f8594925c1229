// How one listens: over and over, and how loud.
import { t } from '@lingui/core/macro';
import { Repeat } from 'lucide-react';
import { percentText } from '../../../core/number-text';
import { usePlayer, useSoundRoom } from '../../../session/hooks/sound/use-sound';
import { IconButton } from '../../../ui/controls/buttons/buttons';
import { Slider } from '../../../ui/controls/slider/slider';
import styles from './listening-card.module.css';

export function Loop() {
  const { player } = useSoundRoom();
  const loops = usePlayer((state) => state.loops);
  return (
    <IconButton
      label={t`Loop`}
      icon={Repeat}
      pressed={loops}
      explanation={loops ? t`Begins again at the end` : t`Stops at the end`}
      onClick={() => player.setLoops(!loops)}
    />
  );
}

export function Volume() {
  const { player } = useSoundRoom();
  const volume = usePlayer((state) => state.volume);
  return (
    <Slider
      label={t`Volume`}
      value={volume}
      min={0}
      max={1}
      step={0.05}
      format={(value) => percentText(value)}
      explanation={t`All versions have the same loudness`}
      onChange={player.setVolume}
      className={styles.volume}
    />
  );
}
