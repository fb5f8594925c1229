// What is heard and seen: the clip, its noisy version and what the network makes of it, one cursor over all of them; below, what
// the methods without a network make of it.
import { t } from '@lingui/core/macro';
import { Square } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { soundRateHz } from '../../../core/sound/rate';
import { followPosition } from '../../../session/hooks/sound/use-position';
import { usePlayer, useSound, useSoundRoom } from '../../../session/hooks/sound/use-sound';
import { useRunStore } from '../../../session/hooks/use-run';
import { useTheme } from '../../../session/page/theme-store';
import { TransportButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { Notice } from '../../../ui/controls/notice/notice';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { intensityStops } from '../../../ui/ramp/intensity-ramp';
import { RampLegend } from '../../../ui/ramp/ramp-legend';
import { levelRange, levelsOf } from '../../../ui/sound/levels';
import { Ruler, Time } from '../tracks/ruler';
import { Track, type Scales } from '../tracks/track';
import { audioFailureText, cleanedText, componentsText, texts } from '../words';
import { Loop, Volume } from './listening-options';
import styles from './listening-card.module.css';

export function ListeningCard() {
  const { player } = useSoundRoom();
  const scales = useScales();
  const failure = usePlayer((state) => state.failure);
  const isPlaying = usePlayer((state) => state.isPlaying);
  const hasClean = useSound(({ versions }) => versions.original !== undefined);
  const duration = useSound(({ versions }) => (versions.noisy?.length ?? 0) / soundRateHz);
  const components = useSound((state) => state.components);
  const area = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      followPosition(player, (seconds) =>
        area.current?.style.setProperty('--cursor', String(duration > 0 ? seconds / duration : 0)),
      ),
    [player, duration],
  );
  return (
    <Card
      title={t`Listen`}
      explanation={t`Each row is one version of the same clip, with a button that plays it.`}
      term="spectrogram"
      titleHidden
      className={styles.card}
    >
      <div ref={area} className={styles.area}>
        <div className={styles.bar}>
          <TransportButton label={t`Stop`} icon={Square} disabled={!isPlaying} onClick={player.stop} />
          <Time />
          <Loop />
          <Volume />
          <Legend scales={scales} />
        </div>
        {failure !== null && <Notice kind="error" message={audioFailureText(failure)} />}
        <div className={styles.tracks}>
          <Track id="original" scales={scales} note={hasClean ? null : texts.noCleanVersion} />
          <Track id="noisy" scales={scales} />
          <CleanedTrack scales={scales} />
          <Ruler />
        </div>
        <h3 className={styles.heading}>{t`Without a network`}</h3>
        <div className={styles.others}>
          <Track
            id="gate"
            scales={scales}
            look="small"
            note={hasClean ? texts.toldNoise : texts.toldQuietest}
          />
          <Track
            id="wiener"
            scales={scales}
            look="small"
            note={hasClean ? texts.toldNoise : texts.toldQuietest}
          />
          <Track id="pca" scales={scales} look="small" note={componentsText(components)} />
        </div>
      </div>
    </Card>
  );
}

/** All versions are drawn to the scales of the noisy one, which is there from the beginning. */
function useScales(): Scales {
  const noisy = useSound(({ versions }) => versions.noisy ?? null);
  return useMemo(() => {
    if (noisy === null) return { peak: 1, range: { low: -65, high: 0 } };
    return {
      peak: noisy.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      range: levelRange(levelsOf(noisy)),
    };
  }, [noisy]);
}

/** Alone in following the steps of the training. */
function CleanedTrack({ scales }: { scales: Scales }) {
  const cleaned = useSound((state) => state.cleaned);
  const network = useSound((state) => state.network);
  const step = useWhileInView(useRunStore(), (run) => run.step);
  const note =
    network === null
      ? texts.learnedNothing
      : cleaned === null
        ? texts.waitingForNetwork
        : cleanedText(cleaned.step, step);
  return <Track id="cleaned" scales={scales} note={note} />;
}

function Legend({ scales }: { scales: Scales }) {
  const theme = useTheme(({ shown }) => shown);
  return (
    <div className={styles.legend}>
      <RampLegend
        name={t`Level, dB`}
        meaning={t`Of each frequency at each time, in dB of a sine of full scale; the same colours in all pictures`}
        range={{ low: Math.round(scales.range.low), high: Math.round(scales.range.high) }}
        colours={intensityStops(theme)}
      />
    </div>
  );
}
