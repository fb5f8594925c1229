// What the next sweep trains: which setting, at which values, how many steps, under which name.
import { Play } from 'lucide-react';
import { useId } from 'react';
import { familyName } from '../../catalog/families/registry';
import { countText } from '../../core/number-text';
import { sweptSettings } from '../../core/sweep';
import { sweeps } from '../../session/actions';
import { durationText } from '../../session/comparison-pace';
import { useComparison } from '../../session/comparison-store';
import { useEngine } from '../../session/engine-store';
import { useExperiment } from '../../session/experiment-store';
import { useRun } from '../../session/run-store';
import { changeSweepDraft, useSweepDraft } from '../../session/sweep-draft-store';
import { useSweeps } from '../../session/sweep-store';
import { TransportButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { NumberField } from '../../ui/controls/number-field';
import { Select } from '../../ui/controls/select';
import { RunningProgress } from './running-progress';
import {
  expectedSeconds,
  parseValues,
  proposedName,
  proposedValues,
  stepsRange,
  sweptLabels,
  whyNotSwept,
} from './sweep-words';
import styles from './sweeps.module.css';

export function NewSweep() {
  const id = useId();
  const experiment = useExperiment((chosen) => chosen);
  const draft = useSweepDraft((state) => state);
  const isBusy = useSweeps(({ running }) => running !== null);
  const canTrain = useEngine((engine) => engine.phase === 'running');
  const hasData = useRun((run) => run.facts !== null);
  const speedBeside = useComparison(({ knownSpeed }) => knownSpeed);
  const speedInTrain = useRun(({ imagesPerSecond }) => imagesPerSecond);
  const { setting, steps } = draft;
  const text = draft.values[setting] ?? proposedValues(setting, experiment);
  const parsed = parseValues(text, setting, experiment);
  const problem = 'problem' in parsed ? parsed.problem : null;
  const blocked = whyNotSwept(setting, experiment);
  const proposed = proposedName(setting, familyName(experiment));
  const count = 'values' in parsed ? parsed.values.length : 0;
  const seconds = expectedSeconds(count, steps, experiment.batchSize, speedBeside ?? speedInTrain);
  const options = sweptSettings.map((value) => ({
    value,
    label: sweptLabels[value],
    disabled: whyNotSwept(value, experiment) !== undefined,
  }));
  const reasons = sweptSettings.flatMap((one) => whyNotSwept(one, experiment) ?? []);

  function start() {
    if (!('values' in parsed)) return;
    const plan = { base: experiment, setting, values: parsed.values, steps };
    changeSweepDraft({ picked: null, name: '' });
    sweeps.start(plan, draft.name.trim() === '' ? proposed : draft.name.trim());
  }

  return (
    <Card title="New sweep" subtitle="the experiment of Train, once for each value">
      <div className={styles.form}>
        <Select
          label="Swept setting"
          value={setting}
          options={options}
          explanation={['What changes from one network to the next; all else stays.', ...reasons].join(' ')}
          onChange={(chosen) => changeSweepDraft({ setting: chosen })}
          {...(blocked !== undefined && { remarks: [blocked] })}
        />
        <div>
          <label htmlFor={`${id}-values`} className={styles.fieldLabel}>
            Values
          </label>
          <input
            id={`${id}-values`}
            type="text"
            className={styles.textField}
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={(event) =>
              changeSweepDraft({ values: { ...draft.values, [setting]: event.target.value } })
            }
          />
          {problem !== null && (
            <p id={`${id}-problem`} role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
        </div>
        <NumberField
          label="Steps each"
          value={steps}
          {...stepsRange}
          integer
          explanation="Training steps for each value: the same for all, so that only the setting differs."
          onCommit={(chosen) => changeSweepDraft({ steps: chosen })}
        />
        <div>
          <label htmlFor={`${id}-name`} className={styles.fieldLabel}>
            Name
          </label>
          <input
            id={`${id}-name`}
            type="text"
            className={styles.textField}
            autoComplete="off"
            maxLength={60}
            placeholder={proposed}
            value={draft.name}
            onChange={(event) => changeSweepDraft({ name: event.target.value })}
          />
        </div>
        {isBusy ? (
          <RunningProgress />
        ) : (
          <>
            <TransportButton
              look="primary"
              label="Start sweep"
              icon={Play}
              disabled={!canTrain || !hasData || problem !== null || blocked !== undefined}
              className={styles.wide}
              onClick={start}
            />
            {count > 0 && (
              <p className={styles.note}>
                {count} × {countText(steps)} steps
                {seconds === null
                  ? ': a few minutes on most machines'
                  : `: about ${durationText(seconds)} at the speed reached here`}
                . You can pause at any time.
              </p>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
