// Which network cleans: what the main run has learned from, and the buttons that set it to learn from sound.
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { AudioWaveform, ChartNoAxesColumn } from 'lucide-react';
import { soundPresets } from '../../../catalog/sound-presets/registry';
import { countText } from '../../../core/number-text';
import { useRun, useRunStore } from '../../../session/hooks/use-run';
import { useSound, useSoundRoom } from '../../../session/hooks/sound/use-sound';
import type { Run } from '../../../session/runs/run';
import type { CleaningNetwork } from '../../../session/sound/sound';
import { TransportButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { networkWords, texts } from '../words';
import styles from './network-card.module.css';

const icons = { spectrum: ChartNoAxesColumn, raw: AudioWaveform } as const;
const networks = ['spectrum', 'raw'] as const satisfies readonly CleaningNetwork[];

function Step() {
  const step = useWhileInView(useRunStore(), (run) => run.step);
  return <span>{step === 0 ? t`untrained` : t`step ${{ step: countText(step) }}`}</span>;
}

/** Share of the training data that has arrived; null once all of it has. */
function dataShare({ data }: Run): number | null {
  return data === null || data.trainReady === data.trainTotal ? null : data.trainReady / data.trainTotal;
}

export function NetworkCard() {
  const sound = useSoundRoom();
  const network = useSound((state) => state.network);
  const share = useRun(dataShare);
  const runs = network && networkWords[network];
  const title = runs?.title;
  return (
    <Card
      title={t`Network`}
      explanation={t`The network that cleans the clip, and what it was trained on.`}
      term="denoising"
      savable={false}
      subtitle={<Step />}
    >
      <div className={styles.panel}>
        {runs ? (
          <>
            <p className={styles.runs}>
              <Trans>
                Cleans by <strong>{title}</strong>
              </Trans>
            </p>
            <p>{`${runs.summary} ${runs.lesson}`}</p>
          </>
        ) : (
          <p>{texts.noNetwork}</p>
        )}
        {network !== null && share !== null && (
          <p className={styles.data}>{t`Its data loads: ${{ percent: Math.round(100 * share) }} %`}</p>
        )}
        <div className={styles.buttons}>
          {networks.map((id) => (
            <TransportButton
              key={id}
              label={networkWords[id].train}
              icon={icons[id]}
              highlighted={network === null && id === 'spectrum'}
              explanation={`${soundPresets[id].summary} ${texts.trainExplanation}`}
              onClick={() => sound.trainOn(id)}
            />
          ))}
        </div>
      </div>
    </Card>
  );
}
