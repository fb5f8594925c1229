// How many numbers a sample is squeezed into: the slider, and what it means for this data.
import { ranges } from '../../../core/experiment/experiment';
import { countText } from '../../../core/number-text';
import { longestCode, whyNot } from '../../../core/experiment/rules';
import { sampleSize } from '../../../core/samples/samples';
import { valuesWord } from '../../../core/samples/words/sample-words';
import { narrowestWidth } from '../../../session/analysis/linear/linear-rivals';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { SettingSlider } from '../setting-slider';
import { codeText } from '../words';

/** @param isBare without the line under the track and the letter beside the name */
export function BottleneckSize({ isBare = false }: { isBare?: boolean }) {
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const longest = useExperiment(longestCode);
  const whyNotLonger = useExperiment((experiment) => whyNot(experiment, 'codeSize', ranges.codeSize.max));
  const shape = useDataset()?.shape;
  const narrowest = useExperiment((experiment) => narrowestWidth(experiment, shape ?? null));
  const meaning = shape ? codeText(sampleSize(shape), valuesWord(shape), codeSize, narrowest) : '\u00a0';
  return (
    <SettingSlider
      setting="codeSize"
      max={longest}
      step={1}
      scale="log"
      format={countText}
      addition={whyNotLonger}
      isBare={isBare}
      note={isBare ? undefined : meaning}
    />
  );
}
