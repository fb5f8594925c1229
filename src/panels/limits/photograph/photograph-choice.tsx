// Which photograph: one of those that are built in, or a file; and into how many tiles it is cut.
import { useId, useRef } from 'react';
import { photographIds, photographPath, photographs } from '../../../catalog/photographs/registry';
import { controlTexts } from '../../../core/experiment/control-texts';
import { ranges } from '../../../core/experiment/experiment';
import { longestCode } from '../../../core/experiment/rules';
import { countText } from '../../../core/number-text';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { tileColumns } from '../../../session/limits/photograph';
import { useLimits, usePhotograph } from '../../../session/hooks/limits/use-limits';
import { classNames } from '../../../ui/class-names';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Slider } from '../../../ui/controls/slider/slider';
import { texts } from '../words';
import styles from './choice.module.css';

export function PhotographChoice() {
  const { photograph } = useLimits();
  const name = useId();
  const input = useRef<HTMLInputElement>(null);
  const chosen = usePhotograph((state) => state.chosen);
  const columns = usePhotograph((state) => state.columns);

  return (
    <div className={styles.choice}>
      <div role="radiogroup" aria-label={texts.photographs} className={styles.photographs}>
        {photographIds.map((id) => (
          <label key={id} className={classNames(styles.photograph, id === chosen && styles.chosen)}>
            <input
              type="radio"
              name={name}
              checked={id === chosen}
              onChange={() => void photograph.choose(id)}
            />
            <img src={`${import.meta.env.BASE_URL}${photographPath(id)}`} alt="" loading="lazy" />
            <span>{photographs[id].label}</span>
          </label>
        ))}
      </div>
      <TextButton look="plain" explanation={texts.chooseExplanation} onClick={() => input.current?.click()}>
        {texts.chooseFile}
      </TextButton>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={texts.fileInput}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void photograph.take(file, file.name);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Slider
        label={texts.across}
        value={columns}
        min={tileColumns.min}
        max={tileColumns.max}
        step={1}
        explanation={texts.acrossExplanation}
        className={styles.slider}
        onChange={photograph.cut}
      />
      <BottleneckSize />
    </div>
  );
}

/** The run's own, as in Train: the network bends and goes on, so that a narrow code and a wide one can be seen in turn. */
function BottleneckSize() {
  const { run } = useSession();
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const longest = useExperiment(longestCode);
  return (
    <Slider
      label={controlTexts.codeSize.label}
      value={codeSize}
      min={ranges.codeSize.min}
      max={longest}
      step={1}
      scale="log"
      format={countText}
      explanation={texts.bottleneckExplanation}
      className={styles.slider}
      onChange={(next) => run.change({ codeSize: next })}
    />
  );
}
