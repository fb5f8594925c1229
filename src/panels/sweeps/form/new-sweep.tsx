// The form for a new sweep: setting, values, steps and name.
import { t } from '@lingui/core/macro';
import { Play } from 'lucide-react';
import { useId, useState } from 'react';
import { familyName } from '../../../catalog/families/registry';
import { countText, durationRangeText } from '../../../core/number-text';
import { seedsFrom } from '../../../core/sweep/seeds';
import { sweptSettings } from '../../../core/sweep/sweep';
import { useSession } from '../../../session/hooks/session-context';
import { useEngine } from '../../../session/hooks/use-engine';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useMeasuredSpeed } from '../../../session/hooks/use-measured-speed';
import { useRun } from '../../../session/hooks/use-run';
import { useSweepDraft } from '../../../session/hooks/sweeps/use-sweep-draft';
import { useSweeps } from '../../../session/hooks/sweeps/use-sweeps';
import { expectedSeconds } from '../../../session/sweeps/timing/expected-seconds';
import { TransportButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { NumberField } from '../../../ui/controls/fields/number-field';
import { Select } from '../../../ui/controls/fields/select';
import { SeedCount } from './seed-count';
import { RunningProgress } from './running-progress';
import { parseValues, proposedValues, stepsRange } from '../values/typed-values';
import {
  planText,
  problemText,
  proposedName,
  readAsText,
  settingWords,
  whyNotStarted,
  whyNotSwept,
} from '../words';
import textStyles from '../sweep-text.module.css';
import styles from './new-sweep.module.css';

export function NewSweep() {
  const { sweeps } = useSession();
  const id = useId();
  const experiment = useExperiment((chosen) => chosen);
  const draft = useSweepDraft((state) => state);
  const isBusy = useSweeps(({ running }) => running !== null);
  const canTrain = useEngine((engine) => engine.phase === 'running');
  const hasData = useRun((run) => run.facts !== null);
  const [areStepsValid, setStepsValid] = useState(true);
  const [areSeedsValid, setSeedsValid] = useState(true);
  const { setting, steps } = draft;
  const text = draft.values[setting] ?? proposedValues(setting, experiment);
  const isOfSeeds = setting === 'seed';
  const parsed = isOfSeeds
    ? { values: seedsFrom(experiment.seed, draft.seeds), isAmbiguous: false }
    : parseValues(text, setting, experiment);
  const problem = 'problem' in parsed ? problemText(parsed.problem) : null;
  const readAs = 'values' in parsed && parsed.isAmbiguous ? readAsText(parsed.values) : null;
  const blocked = whyNotSwept(setting, experiment);
  const proposed = proposedName(setting, familyName(experiment));
  const whyNot = whyNotStarted({
    canTrain,
    hasData,
    isSettingFree: blocked === undefined,
    areValuesValid: problem === null && (!isOfSeeds || areSeedsValid),
    areStepsValid,
  });
  const plan =
    whyNot === null && 'values' in parsed
      ? { base: experiment, setting, values: parsed.values, steps }
      : null;
  const expected = useMeasuredSpeed((speed) => {
    const seconds = plan && expectedSeconds(plan, speed);
    return seconds && durationRangeText(seconds);
  });
  const options = sweptSettings.map((value) => ({
    value,
    label: settingWords[value].label,
    disabled: whyNotSwept(value, experiment) !== undefined,
  }));
  const reasons = sweptSettings.flatMap((one) => whyNotSwept(one, experiment) ?? []);

  function start() {
    if (plan === null) return;
    sweeps.draft.change({ picked: null, name: '' });
    sweeps.start(plan, draft.name.trim() === '' ? proposed : draft.name.trim());
  }

  return (
    <Card
      title={t`New sweep`}
      term="sweep"
      savable={false}
      subtitle={t`the experiment in Train, once for each value`}
    >
      <div className={styles.form}>
        <Select
          label={t`Swept setting`}
          value={setting}
          options={options}
          explanation={[
            t`What changes from one network to the next; everything else stays the same.`,
            ...reasons,
          ].join(' ')}
          onChange={(chosen) => sweeps.draft.change({ setting: chosen })}
          {...(blocked !== undefined && { remarks: [blocked] })}
        />
        {isOfSeeds ? (
          <SeedCount onValidity={setSeedsValid} />
        ) : (
          <div>
            <label htmlFor={`${id}-values`} className={styles.fieldLabel}>{t`Values`}</label>
            <input
              id={`${id}-values`}
              type="text"
              className={styles.textField}
              autoComplete="off"
              spellCheck={false}
              value={text}
              aria-invalid={problem !== null}
              aria-describedby={
                problem !== null ? `${id}-problem` : readAs !== null ? `${id}-reading` : undefined
              }
              onChange={(event) =>
                sweeps.draft.change({ values: { ...draft.values, [setting]: event.target.value } })
              }
            />
            {problem !== null && (
              <p id={`${id}-problem`} role="alert" className={textStyles.problem}>
                {problem}
              </p>
            )}
            {readAs !== null && (
              <p id={`${id}-reading`} className={textStyles.reading}>
                {readAs}
              </p>
            )}
          </div>
        )}
        <NumberField
          label={t`Steps each`}
          value={steps}
          {...stepsRange}
          integer
          format={countText}
          explanation={t`Training steps for each value: the same for all, so that only the setting differs.`}
          onCommit={(chosen) => sweeps.draft.change({ steps: chosen })}
          onValidity={setStepsValid}
        />
        <div>
          <label htmlFor={`${id}-name`} className={styles.fieldLabel}>{t`Name`}</label>
          <input
            id={`${id}-name`}
            type="text"
            className={styles.textField}
            autoComplete="off"
            maxLength={60}
            placeholder={proposed}
            value={draft.name}
            onChange={(event) => sweeps.draft.change({ name: event.target.value })}
          />
        </div>
        {isBusy ? (
          <RunningProgress />
        ) : (
          <>
            <TransportButton
              look="primary"
              label={t`Start sweep`}
              icon={Play}
              disabled={whyNot !== null}
              className={styles.wide}
              onClick={start}
            />
            {whyNot !== null && <p className={textStyles.note}>{whyNot}</p>}
            {plan !== null && (
              <p className={textStyles.note}>{planText(plan.values.length, steps, expected)}</p>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
