// Which input all of them get: the clean images, or the same images with a noise of the person's choice.
import { t } from '@lingui/core/macro';
import { isSuited } from '../../../catalog/corruptions/corruption';
import type { SampleText } from '../../../core/samples/words/sample-words';
import { corruptions } from '../../../catalog/corruptions/registry';
import { significantText } from '../../../core/number-text';
import {
  noiseIds,
  trialNoise,
  type InputKind,
  type NoiseId,
} from '../../../session/comparison/trial/trial-state';
import { useSession } from '../../../session/hooks/session-context';
import { useComparisonStore } from '../../../session/hooks/use-comparison';
import { useTrialStore } from '../../../session/hooks/comparison/use-trial';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { Select } from '../../../ui/controls/fields/select';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { useDataKind, useSampleText } from '../../../session/hooks/datasets/use-dataset';

const inputs: readonly { value: InputKind; label: string; explanation: SampleText }[] = [
  { value: 'clean', label: t`Clean`, explanation: ({ many }) => t`All get the clean ${many}` },
  { value: 'noisy', label: t`Noisy`, explanation: ({ many }) => t`All get the same noisy ${many}` },
];

export function InputChoice() {
  const { trial } = useSession();
  const say = useSampleText();
  const shown = useWhileInView(useTrialStore(), (state) => state.shown);
  const chosen = useWhileInView(useTrialStore(), (state) => state.noise);
  const noise = useWhileInView(useComparisonStore(), (state) => trialNoise(state, chosen)?.noise);
  const level = useWhileInView(useComparisonStore(), (state) => trialNoise(state, chosen)?.noiseLevel ?? 0);
  const data = useDataKind();
  const listed = noiseIds.filter((id) => id === noise || isSuited(corruptions[id], data));
  const options = listed.map((id) => ({
    value: id,
    label: `${corruptions[id].label} ${significantText(level)}`,
  }));
  const value = noiseIds.find((id) => id === noise);
  return (
    <>
      <SegmentedRadio
        label={t`Input of all`}
        look="quiet"
        value={shown}
        options={inputs.map((input) => ({ ...input, explanation: say(input.explanation) }))}
        onChange={trial.show}
      />
      {value !== undefined && (
        <Select<NoiseId>
          label={t`Noise of the input`}
          labelHidden
          look="quiet"
          value={value}
          options={options}
          explanation={t`The noise that all are tested with. Denoising was trained with its own.`}
          onChange={trial.chooseNoise}
        />
      )}
    </>
  );
}
