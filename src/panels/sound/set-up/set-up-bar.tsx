// The clip, and the noise that is added to it.
import { t } from '@lingui/core/macro';
import { Dices } from 'lucide-react';
import { noiseKinds } from '../../../core/sound/noise';
import { useSound, useSoundRoom } from '../../../session/hooks/sound/use-sound';
import type { NoiseChoice } from '../../../session/sound/sound';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { Slider } from '../../../ui/controls/slider/slider';
import { dbText, noiseWords, soundFailureText } from '../words';
import { ClipChoice } from './clip-choice';
import styles from './set-up-bar.module.css';

const allNoise: readonly NoiseChoice[] = [...noiseKinds, 'none'];

export function SetUpBar() {
  const sound = useSoundRoom();
  const noise = useSound((state) => state.noise);
  const snrDb = useSound((state) => state.snrDb);
  const isOwn = useSound(({ source }) => source?.kind === 'own');
  const failure = useSound((state) => state.failure);
  return (
    <Card
      title={t`Clip and noise`}
      explanation={t`Which recording is cleaned, and how much noise of which kind is added to it.`}
      term="snr"
      titleHidden
      savable={false}
      className={styles.card}
    >
      <div className={styles.bar}>
        <ClipChoice />
        <SegmentedRadio<NoiseChoice>
          label={t`Noise`}
          value={noise}
          options={allNoise
            .filter((value) => value !== 'none' || isOwn)
            .map((value) => ({ value, ...noiseWords[value] }))}
          onChange={sound.setNoise}
          className={styles.noise}
        />
        <Slider
          label={t`Input SNR`}
          value={snrDb}
          min={-5}
          max={30}
          step={0.5}
          format={dbText}
          explanation={t`How much louder the clip is than the noise that is added to it`}
          disabledReason={
            noise === 'none' ? t`Nothing is added to a recording that is noisy already` : undefined
          }
          onChange={sound.setSnr}
          className={styles.snr}
        />
        <TextButton
          icon={Dices}
          explanation={t`The same kind and loudness of noise, drawn again`}
          disabled={noise === 'none'}
          onClick={sound.renewNoise}
        >{t`Other noise`}</TextButton>
      </div>
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {soundFailureText(failure)}
        </p>
      )}
    </Card>
  );
}
