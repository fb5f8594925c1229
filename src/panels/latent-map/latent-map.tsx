// The codes of the test set as a map. Hovering a point shows the sample and its reconstruction.
import { t } from '@lingui/core/macro';
import { useCallback, useState } from 'react';
import type { DrawingAnswer, LatentMap as MapData } from '../../core/engine-api/looking';
import { isOnePoint } from '../../core/latent/map/map-classes';
import { otherStepText } from '../../core/number-text';
import { hasClasses } from '../../core/samples/dataset-info';
import { allEqualText } from '../../session/explore/words';
import { useSession } from '../../session/hooks/session-context';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useEngine } from '../../session/hooks/use-engine';
import { useRunStore } from '../../session/hooks/use-run';
import { useTheme } from '../../session/page/theme-store';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { LazyScatterMap } from '../../ui/scatter/lazy-scatter-map';
import { ClassColours } from './class-colours';
import { ErrorColours } from './error-colours';
import { HoverCard } from './hover-card';
import styles from './latent-map.module.css';
import type { PointColours } from './point-colours';

/** The map also shows the position of the drawing. */
const looksAt = ['map', 'drawing'] as const;

export function LatentMap() {
  useInViewEffect(useLookAt(looksAt));
  const map = useWhileInView(useRunStore(), (run) => run.map);
  if (!map) return <p className={styles.building}>{t`A map of the whole test set appears here.`}</p>;
  return (
    <>
      <MapStep />
      {isOnePoint(map) ? (
        <p className={styles.building}>{allEqualText(map.labels.length)}</p>
      ) : (
        <ColouredPoints map={map} />
      )}
    </>
  );
}

function MapStep() {
  const step = useWhileInView(useRunStore(), (run) => run.map && otherStepText(run.map.step, run.step));
  return <span className={styles.step}>{step}</span>;
}

/** By class, or by error where there are no classes. */
function ColouredPoints({ map }: { map: MapData }) {
  const info = useDataset();
  const draw = useCallback((colours: PointColours) => <Points map={map} colours={colours} />, [map]);
  return info && !hasClasses(info) ? (
    <ErrorColours map={map}>{draw}</ErrorColours>
  ) : (
    <ClassColours map={map} classNames={info?.classNames ?? noNames}>
      {draw}
    </ClassColours>
  );
}

const noNames: readonly string[] = [];

function Points({ map, colours }: { map: MapData; colours: PointColours }) {
  const { selection } = useSession();
  const theme = useTheme(({ shown }) => shown);
  const { many } = useSampleWords();
  const drawing = useWhileInView(useRunStore(), (run) => run.drawing);
  const softwareGraphics = useEngine(({ backend }) => backend?.softwareGraphics ?? false);
  const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
  const { legend, ...look } = colours;

  const onHover = useCallback(
    (index: number | null, x: number, y: number) => {
      selection.hover(index);
      setPointer(index === null ? null : { x, y });
    },
    [selection],
  );

  return (
    <div className={styles.panel}>
      <div className={styles.map}>
        <LazyScatterMap
          label={t`Map of the codes of the test ${many}`}
          points={map.points}
          {...look}
          marker={markerOf(drawing)}
          theme={theme}
          drawWith={softwareGraphics ? 'canvas' : 'auto'}
          onHover={onHover}
          onPick={(index) => selection.focusOn({ kind: 'sample', index })}
        />
      </div>
      <div className={styles.legend}>{legend}</div>
      {pointer && <HoverCard pointer={pointer} />}
    </div>
  );
}

function markerOf(drawing: DrawingAnswer | null): { x: number; y: number; label: string } | null {
  if (!drawing?.point) return null;
  const [x, y] = drawing.point;
  return { x, y, label: t`your drawing` };
}
