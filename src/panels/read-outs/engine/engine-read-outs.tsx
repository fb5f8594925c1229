// Backend and speed, for the header. The select moves the run to another backend and keeps its weights.
import { t } from '@lingui/core/macro';
import { backendTitles } from '../../../core/backend-measurement';
import type { BackendChoice } from '../../../core/engine-api/backend';
import { rateText } from '../../../core/number-text';
import { useSession } from '../../../session/hooks/session-context';
import { imagesPerSecond as speedOfFour } from '../../../session/comparison/comparison';
import { useComparison } from '../../../session/hooks/use-comparison';
import { useEngine } from '../../../session/hooks/use-engine';
import { backendNotesText, backendReasonText } from '../../../session/engine/notices/words';
import { runStatus } from '../../../session/runs/run';
import { useRun } from '../../../session/hooks/use-run';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { Select } from '../../../ui/controls/fields/select';
import { Tooltip } from '../../../ui/explanation/tooltip';
import styles from './engine-read-outs.module.css';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

const choices: readonly BackendChoice[] = ['auto', 'webgl', 'webgpu', 'wasm', 'cpu'];

export function BackendReadOut() {
  const session = useSession();
  const backend = useEngine((engine) => engine.backend);
  const phase = useEngine((engine) => engine.phase);
  const choice = useEngine((engine) => engine.choice);
  const options = choices.map((value) => ({
    value,
    label: value === 'auto' ? t`Auto` : backendTitles[value],
    disabled: value !== 'auto' && backend !== null && !backend.available.includes(value),
  }));
  const name =
    backend === null ? t({ message: 'starting', comment: 'The engine' }) : backendTitles[backend.name];
  const text = phase === 'stopped' ? t({ message: 'stopped', comment: 'The engine' }) : name;
  return (
    <div className={styles.backend} data-phase={phase}>
      <span className={styles.dot} aria-hidden="true" />
      <Tooltip text={backend ? backendNotesText(backend) : undefined} term="backend">
        <output aria-label={t`Backend`} data-value={backend?.name} className={styles.name}>
          <span>{text}</span>
          {phase !== 'stopped' && backend && (
            <span className={styles.reason}>{` · ${backendReasonText(backend.reason)}`}</span>
          )}
        </output>
      </Tooltip>
      <Select
        label={t`Backend`}
        labelHidden
        look="quiet"
        value={choice}
        options={options}
        explanation={t`What does the computing: the graphics card (WebGL, WebGPU), WebAssembly, or plain JavaScript. Auto measures which is fastest if there is a graphics card. The run continues from the same weights.`}
        onChange={(value) => void session.engine.choose(value)}
        className={styles.choice}
      />
    </div>
  );
}

export function ThroughputReadOut() {
  const say = useSampleText();
  const ofTheRun = useRun((run) => (runStatus(run) === 'training' ? run.imagesPerSecond : 0));
  const ofTheFour = useComparison(speedOfFour);
  const imagesPerSecond = ofTheRun > 0 ? ofTheRun : (ofTheFour ?? 0);
  return (
    <ReadOut
      name={t`Images per second`}
      term="backend"
      exact={imagesPerSecond}
      caption={say(({ many }) => `${many}/s`)}
      look="line"
      explanation={say(
        ({ many }) =>
          t`Training ${many} per second over the last second or two, including the cost of the views.`,
      )}
      className={styles.throughput}
    >
      {imagesPerSecond > 0 ? rateText(imagesPerSecond) : '—'}
    </ReadOut>
  );
}
