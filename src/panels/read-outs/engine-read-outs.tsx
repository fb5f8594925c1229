// Where it runs and how fast, for the header. The select moves the run to another backend with its weights.
import { backendTitles } from '../../core/backend-measurement';
import type { BackendChoice } from '../../core/engine-api';
import { countText } from '../../core/number-text';
import { chooseBackend } from '../../session/actions';
import { imagesPerSecond as speedOfFour } from '../../session/comparison';
import { useComparison } from '../../session/comparison-store';
import { useEngine } from '../../session/engine-store';
import { runStatus } from '../../session/run';
import { useRun } from '../../session/run-store';
import { ReadOut } from '../../ui/controls/read-out';
import { Select } from '../../ui/controls/select';
import { Tooltip } from '../../ui/controls/tooltip';
import styles from './engine-read-outs.module.css';

const choices: readonly BackendChoice[] = ['auto', 'webgl', 'webgpu', 'wasm', 'cpu'];

export function BackendReadOut() {
  const backend = useEngine((engine) => engine.backend);
  const phase = useEngine((engine) => engine.phase);
  const choice = useEngine((engine) => engine.choice);
  const options = choices.map((value) => ({
    value,
    label: value === 'auto' ? 'Auto' : backendTitles[value],
    disabled: value !== 'auto' && backend !== null && !backend.available.includes(value),
  }));
  const text = phase === 'stopped' ? 'stopped' : backend === null ? 'starting' : backendTitles[backend.name];
  return (
    <div className={styles.backend} data-phase={phase}>
      <span className={styles.dot} aria-hidden="true" />
      <Tooltip text={backend?.detail} side="bottom">
        <output aria-label="Backend" data-value={backend?.name} className={styles.name}>
          {text}
          {phase !== 'stopped' && backend && <span className={styles.reason}> · {backend.reason}</span>}
        </output>
      </Tooltip>
      <Select
        label="Backend"
        labelHidden
        look="quiet"
        value={choice}
        options={options}
        explanation="What computes: the graphics card (WebGL, WebGPU), WebAssembly, or plain JavaScript. Auto measures which is fastest where there is a graphics card. The run goes on from the same weights."
        onChange={(value) => void chooseBackend(value)}
        className={styles.choice}
      />
    </div>
  );
}

export function ThroughputReadOut() {
  const ofTheRun = useRun((run) => (runStatus(run) === 'training' ? run.imagesPerSecond : 0));
  const ofTheFour = useComparison(speedOfFour);
  const imagesPerSecond = ofTheRun > 0 ? ofTheRun : (ofTheFour ?? 0);
  return (
    <ReadOut
      name="Images per second"
      exact={imagesPerSecond}
      caption="images/s"
      look="line"
      explanation="Training images per second over the last second or two, what the views cost included."
      className={styles.throughput}
    >
      {imagesPerSecond > 0 ? countText(Number(imagesPerSecond.toPrecision(2))) : '—'}
    </ReadOut>
  );
}
