// Which samples are kept to test with.
import type { ImportChoices } from '../../../../core/import/import-api';
import { percentText } from '../../../../core/number-text';
import { useSession } from '../../../../session/hooks/session-context';
import { NumberField } from '../../../../ui/controls/fields/number-field';
import { Select } from '../../../../ui/controls/fields/select';
import { Slider } from '../../../../ui/controls/slider/slider';
import { choiceLabels, choiceSummaries, optionLabels } from '../../words';
import { optionsOf } from './options';

interface SplitChoicesProps {
  splits: readonly ImportChoices['split'][];
  choices: ImportChoices;
}

const shareSummaries = {
  random: choiceSummaries.testShare,
  time: choiceSummaries.testShareInTime,
  recordings: choiceSummaries.testShareOfRecordings,
} as const;

export function SplitChoices({ splits, choices: { split, testShare, seed } }: SplitChoicesProps) {
  const { choose } = useSession().importing;
  return (
    <>
      <Select
        label={choiceLabels.split}
        value={split}
        options={optionsOf(splits, optionLabels.split)}
        explanation={choiceSummaries.split}
        onChange={(chosen) => choose({ split: chosen })}
      />
      {split !== 'files' && (
        <Slider
          label={choiceLabels.testShare}
          value={testShare}
          min={0.05}
          max={0.5}
          step={0.01}
          format={percentText}
          explanation={shareSummaries[split]}
          onChange={(chosen) => choose({ testShare: chosen })}
        />
      )}
      {(split === 'random' || split === 'recordings') && (
        <NumberField
          label={choiceLabels.seed}
          value={seed}
          min={0}
          max={2 ** 31 - 1}
          integer
          explanation={choiceSummaries.seed}
          onCommit={(chosen) => choose({ seed: chosen })}
        />
      )}
    </>
  );
}
