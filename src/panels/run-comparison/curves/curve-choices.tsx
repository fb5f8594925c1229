// Which curve, over what, how smooth, on which axes, as a chart or as a table.
import { t } from '@lingui/core/macro';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { Select } from '../../../ui/controls/fields/select';
import { texts } from '../words';
import { curveKinds, type CurveId, type Over } from './curve-kinds';
import { overTitles, smoothingExplanation, smoothings, whyNotOver, type Smoothing } from './curve-words';
import styles from '../run-comparison.module.css';

type Scale = 'linear' | 'log';

export interface CurveChoice {
  readonly curve: CurveId;
  readonly over: Over;
  readonly smoothing: Smoothing;
  readonly vertical: Scale;
  readonly horizontal: Scale;
  readonly shownAs: 'chart' | 'table';
}

interface CurveChoicesProps {
  runs: readonly ComparedRun[];
  /** Curves that there are. */
  curves: readonly CurveId[];
  choice: CurveChoice;
  onChange: (choice: CurveChoice) => void;
}

const scales = [
  { value: 'linear', label: t({ message: 'linear', comment: 'The scale of an axis' }) },
  { value: 'log', label: t({ message: 'log', comment: 'The scale of an axis: logarithmic' }) },
] as const;
const forms = [
  { value: 'chart', label: t`chart` },
  { value: 'table', label: t`table` },
] as const;

export function CurveChoices({ runs, curves, choice, onChange }: CurveChoicesProps) {
  const set = (patch: Partial<CurveChoice>) => onChange({ ...choice, ...patch });
  const isChart = choice.shownAs === 'chart';
  return (
    <div className={styles.choices}>
      <Labelled label={texts.curve}>
        <Select
          label={texts.curve}
          labelHidden
          look="quiet"
          value={choice.curve}
          options={curves.map((value) => ({ value, label: curveKinds[value].label }))}
          onChange={(curve) => set({ curve })}
        />
      </Labelled>
      <Labelled label={texts.over}>
        <SegmentedRadio
          look="quiet"
          label={texts.over}
          value={choice.over}
          options={(['step', 'epoch', 'seconds'] as const).map((over) => {
            const reason = whyNotOver(runs, over);
            return {
              value: over,
              label: overTitles[over],
              explanation: reason,
              disabled: reason !== undefined,
            };
          })}
          onChange={(over) => set({ over })}
        />
      </Labelled>
      {isChart && (
        <>
          <Labelled label={texts.smoothing}>
            <Select
              label={texts.smoothing}
              labelHidden
              look="quiet"
              value={choice.smoothing}
              options={smoothings}
              explanation={smoothingExplanation}
              onChange={(smoothing) => set({ smoothing })}
            />
          </Labelled>
          <Labelled label={texts.vertical}>
            <SegmentedRadio
              look="quiet"
              label={texts.vertical}
              value={choice.vertical}
              options={scales}
              onChange={(vertical) => set({ vertical })}
            />
          </Labelled>
          <Labelled label={texts.horizontal}>
            <SegmentedRadio
              look="quiet"
              label={texts.horizontal}
              value={choice.horizontal}
              options={scales}
              onChange={(horizontal) => set({ horizontal })}
            />
          </Labelled>
        </>
      )}
      <Labelled label={texts.shownAs}>
        <SegmentedRadio
          look="quiet"
          label={texts.shownAs}
          value={choice.shownAs}
          options={forms}
          onChange={(shownAs) => set({ shownAs })}
        />
      </Labelled>
    </div>
  );
}

/** The group has the label as its name already. */
function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.choice}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}
