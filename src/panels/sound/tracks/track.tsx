// One version: the button that plays it, its waveform and its spectrogram, with the cursor that all share.
import { t } from '@lingui/core/macro';
import { Download } from 'lucide-react';
import { soundRateHz } from '../../../core/sound/rate';
import { usePlayer, useSound } from '../../../session/hooks/sound/use-sound';
import type { VersionId } from '../../../session/sound/versions';
import { useTheme } from '../../../session/page/theme-store';
import { classNames } from '../../../ui/class-names';
import { IconButton } from '../../../ui/controls/buttons/buttons';
import type { LevelRange } from '../../../ui/sound/levels';
import { Spectrogram } from '../../../ui/sound/spectrogram';
import { Waveform } from '../../../ui/sound/waveform';
import { dbText, versionWords } from '../words';
import { FrequencyAxis } from './frequency-axis';
import { PlayButton } from './play-button';
import { saveVersion } from './save-version';
import { SeekSurface } from './seek-surface';
import styles from './track.module.css';

/** The scales that all versions are drawn to. */
export interface Scales {
  readonly peak: number;
  readonly range: LevelRange;
}

interface TrackProps {
  id: VersionId;
  scales: Scales;
  /** `small` stands in a row with others. */
  look?: 'full' | 'small';
  /** A quiet line under the title; in a full one it stands in place of the pictures while there are none. */
  note?: string | null;
}

export function Track({ id, scales, look = 'full', note = null }: TrackProps) {
  const samples = useSound(({ versions }) => versions[id] ?? null);
  const source = useSound((state) => state.source);
  const quality = useSound(({ qualities }) => qualities[id] ?? null);
  const isOutdated = useSound(({ outdated }) => outdated.includes(id));
  const isHeard = usePlayer(({ isPlaying, heard }) => isPlaying && heard === id);
  const theme = useTheme(({ shown }) => shown);
  const { title, save, of } = versionWords[id];
  return (
    <div
      role="group"
      aria-label={title}
      className={classNames(styles.track, look === 'small' && styles.small, isHeard && styles.heard)}
    >
      <div className={styles.head}>
        <PlayButton id={id} isHeard={isHeard} disabled={samples === null} />
        <IconButton
          label={save}
          icon={Download}
          size="small"
          disabled={samples === null}
          onClick={() => {
            if (samples) saveVersion(title, source?.name ?? '', samples);
          }}
        />
        {quality && (
          <span className={classNames(styles.snr, isOutdated && styles.outdated)}>{dbText(quality.snr)}</span>
        )}
        {note !== null && samples !== null && <p className={styles.note}>{note}</p>}
      </div>
      <FrequencyAxis topHz={soundRateHz / 2} />
      <SeekSurface isBare={samples === null} className={styles.pictures}>
        <div className={styles.waveform}>
          <Waveform
            label={t`Waveform of ${of}`}
            samples={samples}
            peak={scales.peak}
            theme={theme}
            emphasised={id === 'cleaned'}
          />
        </div>
        <div className={styles.spectrogram}>
          <Spectrogram
            label={t`Spectrogram of ${of}`}
            samples={samples}
            range={scales.range}
            theme={theme}
            rateHz={soundRateHz}
          />
        </div>
        {samples === null && note !== null && look === 'full' && <p className={styles.empty}>{note}</p>}
      </SeekSurface>
    </div>
  );
}
