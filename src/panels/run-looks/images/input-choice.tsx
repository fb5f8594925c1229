// Which input all runs get: the clean samples, or the same samples with one noise for all, which is that of a run or another.
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { isSuited, type Corruption } from '../../../catalog/corruptions/corruption';
import { corruptions } from '../../../catalog/corruptions/registry';
import type { Noise } from '../../../catalog/corrupt';
import { kindOf } from '../../../catalog/kinds/kind';
import { fixedText } from '../../../core/number-text';
import { dataKind } from '../../../core/samples/dataset-info';
import { isSameNoise, noiseIds, type InputKind } from '../../../session/comparison/trial/trial-state';
import { useRunLooks } from '../../../session/hooks/run-looks/use-run-looks';
import { noisesOf } from '../../../session/run-looks/looks-groups';
import type { LooksGroup } from '../../../session/run-looks/look-state';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { Select } from '../../../ui/controls/fields/select';
import { Slider } from '../../../ui/controls/slider/slider';
import { texts } from '../words';
import styles from './images.module.css';

const inputs = [
  { value: 'clean', label: texts.clean, explanation: t`All are given the clean samples` },
  { value: 'noisy', label: texts.noisy, explanation: t`All are given the same noisy samples` },
] as const;

export function InputChoice({ group: { key, shown } }: { group: LooksGroup }) {
  const { show } = useRunLooks();
  return (
    <SegmentedRadio<InputKind>
      label={texts.input}
      look="quiet"
      value={shown}
      options={inputs}
      onChange={(input) => show(key, input)}
    />
  );
}

export function NoiseChoice({ group }: { group: LooksGroup }) {
  const { setNoise } = useRunLooks();
  const { key, noise, runs, data, test } = group;
  /** While the slider is dragged. */
  const [dragged, setDragged] = useState<number | null>(null);
  const experiments = runs.map(({ entry }) => entry.experiment);
  const ofRuns = noisesOf(experiments);
  const place = ofRuns.findIndex((one) => isSameNoise(one, noise));
  const kind = dataKind(test?.info ?? { ...data, id: experiments[0]?.dataset ?? '' });
  const kinds = noiseIds.filter((id) => id === noise.noise || isSuited(corruptions[id], kind));
  const options = [
    ...ofRuns.map((one, at) => ({ value: t`run ${at}`, label: noiseText(one), group: texts.noises })),
    ...kinds.map((id) => ({ value: id, label: corruptions[id].label, group: texts.otherNoises })),
  ];

  function choose(value: string): void {
    const ofRun = ofRuns.find((_, at) => value === `run ${at}`);
    setNoise(key, ofRun ?? { ...noise, noise: value });
  }

  return (
    <div className={styles.noise}>
      <Select
        label={texts.noiseOfAll}
        value={place >= 0 ? `run ${place}` : noise.noise}
        options={options}
        onChange={choose}
        className={styles.kind}
      />
      <Slider
        label={texts.levelOfAll}
        value={dragged ?? noise.noiseLevel}
        min={0.05}
        max={1}
        step={0.05}
        format={(value) => fixedText(value, 2)}
        onChange={setDragged}
        onCommit={(noiseLevel) => {
          setDragged(null);
          setNoise(key, { ...noise, noiseLevel });
        }}
        className={styles.level}
      />
    </div>
  );
}

function noiseText({ noise, noiseLevel }: Noise): string {
  return `${kindOf<Corruption>(corruptions, noise).label} ${fixedText(noiseLevel, 2)}`;
}
