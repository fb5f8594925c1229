// The unit that is pointed at: its weights, its strongest connections, and what it adds to the output.
import { ArrowRight } from 'lucide-react';
import type { UnitLook } from '../../../core/engine-api/units';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import type { UnitPlace } from '../../../core/units/layer-units';
import type { NetworkLayer } from '../network-layers';
import { layerKindText, texts, unitInLayerText, valueText } from '../words';
import { DifferencePicture } from './difference-picture';
import styles from './inspect.module.css';
import { StrongestList } from './strongest-list';
import { WeightsPicture } from './weights-picture';

interface UnitInspectorProps {
  place: UnitPlace;
  layers: readonly NetworkLayer[];
  /** Null until the network has answered. */
  look: UnitLook | null;
  info: DatasetInfo;
  href: string;
  onPoint: (place: UnitPlace) => void;
}

export function UnitInspector({ place, layers, look, info, href, onPoint }: UnitInspectorProps) {
  const layer = layers.find(({ boundary }) => boundary === place.boundary);
  const before = layers.find(({ boundary }) => boundary === place.boundary - 1);
  const after = layers.find(({ boundary }) => boundary === place.boundary + 1);
  if (!layer) return null;
  const name = unitInLayerText(layer, place.unit);
  return (
    <section className={styles.inspector} aria-label={name}>
      <div className={styles.title}>
        <h3>{name}</h3>
        <p className={styles.value}>{valueText(layer.perUnit[place.unit] ?? 0, layer.threshold)}</p>
        <p className={styles.note}>{layerKindText(layer)}</p>
        <a className={styles.open} href={href}>
          <span>{texts.open}</span>
          <ArrowRight size={13} aria-hidden="true" />
        </a>
      </div>
      {look ? (
        <>
          {look.incoming.map((incoming) => (
            <WeightsPicture key={incoming.into} {...{ incoming, info }} isFirst={place.boundary === 1} />
          ))}
          {before && (
            <StrongestList
              title={texts.from}
              explanation={texts.weightTimesActivation}
              contributions={look.incoming[0]?.contributions ?? new Float32Array(0)}
              layer={before}
              empty={texts.nothingIn}
              onPoint={onPoint}
            />
          )}
          {after && (
            <StrongestList
              title={texts.to}
              explanation={texts.weightTimesActivation}
              contributions={look.outgoing}
              layer={after}
              empty={texts.silent}
              onPoint={onPoint}
            />
          )}
          <div className={styles.adds} title={texts.addsHow}>
            <DifferencePicture label={texts.adds} from={look.output} minus={look.without} info={info} />
          </div>
        </>
      ) : (
        <p className={styles.note}>{texts.looking}</p>
      )}
    </section>
  );
}
