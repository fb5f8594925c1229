// The map of one run among those of others.
import { t } from '@lingui/core/macro';
import { isOnePoint } from '../../../core/latent/map/map-classes';
import type { ThemeName } from '../../../ui/colours';
import { LazyScatterMap } from '../../../ui/scatter/lazy-scatter-map';
import type { RunLook } from '../../../session/run-looks/look-state';
import { numberedName, type RunNumbers } from '../numbered-run';
import { axesText, collapsedText, problemText, texts } from '../words';
import type { MapLook } from './map-look';
import styles from './maps.module.css';
import type { Pointed } from './under-pointer';

interface LookMapProps {
  run: RunLook;
  numbers: RunNumbers;
  /** `[2 n]` as they are shown; null until they are there. */
  points: Float32Array | null;
  look: MapLook;
  hidden: ReadonlySet<number>;
  theme: ThemeName;
  /** Place of a sample that is pointed at, here or in another map. */
  highlighted: number | null;
  picked: number | null;
  /** The other maps are turned onto this one. */
  isReference: boolean;
  onPoint: (pointed: Pointed | null) => void;
  onPick: (place: number) => void;
}

export function LookMap(props: LookMapProps) {
  const { run, numbers, points, look, hidden, theme, highlighted, picked, isReference } = props;
  const { onPoint, onPick } = props;
  const { map, problem, entry } = run;
  const name = numberedName(entry, numbers);
  return (
    <figure className={styles.figure}>
      <div className={styles.map}>
        {map === null || points === null ? (
          <p className={styles.missing}>{problem ? problemText(problem) : texts.waiting}</p>
        ) : isOnePoint(map) ? (
          <p className={styles.missing}>{collapsedText}</p>
        ) : (
          <LazyScatterMap
            label={t`Map of ${name}`}
            points={points}
            categories={look.categories}
            colours={look.colours}
            names={look.classes.length > 0 ? look.classes.map((one) => one.name) : undefined}
            marker={null}
            drawWith="canvas"
            preserveView={false}
            onHover={(place, left, top) => onPoint(place === null ? null : { place, left, top })}
            {...{ hidden, theme, highlighted, picked, onPick }}
          />
        )}
      </div>
      <figcaption>
        <span className={styles.name} title={name}>
          {name}
        </span>
        {map && (
          <span className={styles.axes}>{`${axesText(map)}${isReference ? ` · ${texts.first}` : ''}`}</span>
        )}
      </figcaption>
    </figure>
  );
}
