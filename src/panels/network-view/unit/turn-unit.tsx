// Turns the unit up, down or off for the sample in focus, also for the person's drawing, and shows what the output becomes.
import { useMemo, useState } from 'react';
import type { Snapshot } from '../../../core/engine-api/looking';
import type { UnitTurn } from '../../../core/engine-api/units';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import type { UnitPlace } from '../../../core/units/layer-units';
import { useTurnedOutput } from '../../../session/hooks/units/use-units';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Slider } from '../../../ui/controls/slider/slider';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { DifferencePicture } from '../inspect/difference-picture';
import type { NetworkLayer } from '../network-layers';
import { factorText, texts, turnedText } from './words';
import styles from './unit.module.css';
import text from './text.module.css';

interface TurnUnitProps {
  place: UnitPlace;
  layer: NetworkLayer;
  /** Least and greatest activation over the test set; null before it is measured. */
  seen: { least: number; greatest: number } | null;
  snapshot: Snapshot;
  info: DatasetInfo;
}

const mostFactor = 4;

export function TurnUnit({ place, layer, seen, snapshot, info }: TurnUnitProps) {
  const isMap = layer.rows * layer.columns > 1;
  const by = isMap ? 'factor' : 'value';
  const current = layer.perUnit[place.unit] ?? 0;
  /** Null: as it is. */
  const [amount, setAmount] = useState<number | null>(null);
  const turned = useMemo(
    () => (amount === null ? null : { place, turn: { by, amount } satisfies UnitTurn }),
    [place, by, amount],
  );
  const answer = useTurnedOutput(turned, snapshot);
  const output = snapshot.activations.at(-1) ?? new Float32Array(0);
  const shown = amount === null ? output : (answer?.output ?? output);
  const asItIs = isMap ? 1 : current;
  const value = amount ?? asItIs;
  // A unit that nothing excites can still be turned up: as far as the strongest of its layer.
  const reach = Math.max(seen?.greatest ?? 0, 2 * current);
  const max = isMap ? mostFactor : reach > 0 ? reach : Math.max(...layer.perUnit) || 1;
  const min = isMap ? 0 : Math.min(0, seen?.least ?? 0, 2 * current);
  const isSilent = isMap && current === 0;
  return (
    <div className={styles.turn}>
      <h3 className={text.heading}>{texts.turn}</h3>
      <div className={styles.outputs}>
        <figure>
          <SamplePicture label={texts.output} values={output} info={info} />
          <figcaption>{texts.output}</figcaption>
        </figure>
        <figure>
          <SamplePicture label={texts.turned} values={shown} info={info} reference={output} />
          <figcaption>{texts.turned}</figcaption>
        </figure>
        <DifferencePicture label={texts.difference} from={shown} minus={output} info={info} />
      </div>
      <Slider
        label={isMap ? texts.turnFactor : texts.turnValue}
        explanation={texts.turnExplanation}
        disabledReason={isSilent ? texts.silentMap : undefined}
        min={min}
        max={max}
        step={(max - min) / 200}
        value={Math.min(max, Math.max(min, value))}
        format={isMap ? factorText : turnedText}
        onChange={setAmount}
      />
      <div className={styles.presets}>
        <TextButton look="plain" disabled={isSilent} onClick={() => setAmount(0)}>
          {texts.off}
        </TextButton>
        <TextButton look="plain" onClick={() => setAmount(null)}>
          {texts.asItIs}
        </TextButton>
        <TextButton
          look="plain"
          disabled={isSilent || (!isMap && seen === null)}
          onClick={() => setAmount(isMap ? 2 : (seen?.greatest ?? 0))}
        >
          {isMap ? texts.double : texts.most}
        </TextButton>
      </div>
      {isSilent && <p className={text.note}>{texts.silentMap}</p>}
    </div>
  );
}
