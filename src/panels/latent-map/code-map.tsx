// The codes of the test images as a map. Hovering shows an image and what the network makes of it.
import { useCallback, useMemo, useState } from 'react';
import type { DrawingAnswer, LatentMap as MapData } from '../../core/engine-api';
import { otherStepText } from '../../core/number-text';
import { hoverSample, lookAt, setFocus } from '../../session/actions';
import { useEngine } from '../../session/engine-store';
import { runStore } from '../../session/run-store';
import { useTheme } from '../../session/theme-store';
import { coloursForClasses } from '../../ui/colours';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { ClassLegend } from '../../ui/legend/class-legend';
import { LazyScatterMap } from '../../ui/scatter/lazy-scatter-map';
import { HoverCard } from './hover-card';
import styles from './latent-map.module.css';
import { mapCategories, mapClasses } from './map-classes';

const greys = { light: '#c9c6bd', dark: '#4b5060' } as const;

/** The drawing's place is on the map. */
function lookAtMap(): () => void {
  const stops = [lookAt('map'), lookAt('drawing')];
  return () => stops.forEach((stop) => stop());
}

export function CodeMap() {
  useInViewEffect(lookAtMap);
  const map = useWhileInView(runStore, (run) => run.map);
  if (!map) return <p className={styles.building}>A map of the whole test set appears here.</p>;
  return (
    <>
      <MapStep />
      <Points map={map} />
    </>
  );
}

function MapStep() {
  const step = useWhileInView(runStore, (run) => run.map && otherStepText(run.map.step, run.step));
  return <span className={styles.step}>{step}</span>;
}

const noNames: readonly string[] = [];

function Points({ map }: { map: MapData }) {
  const theme = useTheme(({ shown }) => shown);
  const allNames = useWhileInView(runStore, (run) => run.facts?.classNames ?? noNames);
  const shownLabels = useWhileInView(runStore, (run) => run.snapshot?.labels ?? null);
  const drawing = useWhileInView(runStore, (run) => run.drawing);
  const softwareGraphics = useEngine(({ backend }) => backend?.softwareGraphics ?? false);
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [pointer, setPointer] = useState({ x: 0, y: 0 });

  const shownKey = shownLabels?.join() ?? '';
  const { coloured, hasOthers } = useMemo(
    () => mapClasses(allNames.length, shownKey === '' ? null : Uint16Array.from(shownKey.split(','), Number)),
    [allNames, shownKey],
  );
  const categories = useMemo(() => mapCategories(map.labels, coloured), [map.labels, coloured]);
  const names = useMemo(() => coloured.map((label) => allNames[label] ?? ''), [coloured, allNames]);
  const colours = useMemo(
    () => [...coloursForClasses(coloured.length, theme), ...(hasOthers ? [greys[theme]] : [])],
    [coloured, hasOthers, theme],
  );
  const onHover = useCallback((index: number | null, x: number, y: number) => {
    hoverSample(index);
    if (index !== null) setPointer({ x, y });
  }, []);

  function toggle(category: number) {
    const next = new Set(hidden);
    if (!next.delete(category)) next.add(category);
    setHidden(next);
  }

  return (
    <div className={styles.panel}>
      <div className={styles.map}>
        <LazyScatterMap
          label="Map of the codes of the test images"
          points={map.points}
          categories={categories}
          colours={colours}
          names={names}
          hidden={hidden}
          marker={markerOf(drawing)}
          theme={theme}
          drawWith={softwareGraphics ? 'canvas' : 'auto'}
          onHover={onHover}
          onPick={(index) => setFocus({ kind: 'sample', index })}
        />
      </div>
      <div className={styles.legend}>
        <ClassLegend
          names={hasOthers ? [...names, 'other kinds'] : names}
          colours={colours}
          hidden={hidden}
          onToggle={toggle}
        />
        {hasOthers && <p className={styles.others}>Coloured: the kinds in Reconstructions</p>}
      </div>
      <HoverCard pointer={pointer} />
    </div>
  );
}

function markerOf(drawing: DrawingAnswer | null): { x: number; y: number; label: string } | null {
  if (!drawing?.point) return null;
  const [x, y] = drawing.point;
  return { x, y, label: 'your drawing' };
}
