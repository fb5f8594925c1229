// Whether the network has ever seen a hole, and the button that changes it.
import { t } from '@lingui/core/macro';
import { sampleText } from '../../../core/samples/words/sample-words';
import { useState } from 'react';
import { holePresets, type HolePresetId } from '../../../catalog/hole-presets/registry';
import { hasMask } from '../../../core/experiment/rules';
import { countText } from '../../../core/number-text';
import { useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useInpaintingRoom } from '../../../session/hooks/inpainting/use-inpainting';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useRunStore } from '../../../session/hooks/use-run';
import { TransportButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { Select } from '../../../ui/controls/fields/select';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { Puzzle } from 'lucide-react';
import { holeTexts, trainedOnText } from '../words';
import styles from './network-card.module.css';

const presetIds = Object.keys(holePresets) as HolePresetId[];

export function NetworkCard() {
  const inpainting = useInpaintingRoom();
  const words = useSampleWords();
  const experiment = useExperiment((chosen) => chosen);
  const step = useWhileInView(useRunStore(), (run) => run.step);
  const [preset, setPreset] = useState<HolePresetId>(presetIds[0] ?? 'block');
  const seesHoles = hasMask(experiment);
  return (
    <Card
      title={t`Network`}
      explanation={t`The network that fills holes, and whether it was trained to.`}
      term="inpainting"
      savable={false}
      subtitle={step === 0 ? t`untrained` : t`step ${{ step: countText(step) }}`}
    >
      <div className={styles.panel}>
        <p>
          {seesHoles
            ? trainedOnText(experiment, step, words)
            : `${trainedOnText(experiment, step, words)} ${holeTexts.lesson}`}
        </p>
        {presetIds.length > 1 && (
          <Select
            label={t`Holes to train on`}
            value={preset}
            options={presetIds.map((id) => ({
              value: id,
              label: sampleText(holePresets[id].label, words.kind),
            }))}
            explanation={sampleText(holePresets[preset].summary, words.kind)}
            onChange={setPreset}
          />
        )}
        <TransportButton
          label={holeTexts.train}
          icon={Puzzle}
          highlighted={!seesHoles}
          explanation={holeTexts.trainExplanation}
          onClick={() => inpainting.trainForHoles(preset)}
        />
      </div>
    </Card>
  );
}
