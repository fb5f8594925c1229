// The order of the units, chosen in the card's header.
import { t } from '@lingui/core/macro';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../../session/hooks/use-run';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { measureOf, statisticsFor } from './unit-facts';
import { measureTexts } from './words';

/** By index, or by the measure of this experiment. */
export type UnitOrder = 'built' | 'measure';

export function UnitOrderChoice({
  order,
  onChange,
}: {
  order: UnitOrder;
  onChange: (order: UnitOrder) => void;
}) {
  const measure = useWhileInView(useRunStore(), (run) => measureOf(run.experiment));
  const isMeasured = useWhileInView(
    useRunStore(),
    (run) => statisticsFor(run.codeStatistics, run.experiment) !== null,
  );
  const say = useSampleText();
  const { order: label, explanation } = measureTexts[measure];
  return (
    <SegmentedRadio
      label={t`Unit order`}
      look="quiet"
      value={order}
      options={[
        { value: 'built', label: t`As built`, explanation: t`In the order of their numbers` },
        { value: 'measure', label, explanation: say(explanation), disabled: !isMeasured },
      ]}
      onChange={onChange}
    />
  );
}
