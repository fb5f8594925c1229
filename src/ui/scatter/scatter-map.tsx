// A map of points: zoom, pan, hover and pick. Points by WebGL when there is one, by a 2D canvas when not, and it says which.
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { ThemeName } from '../colours';
import { IconButton } from '../controls/buttons';
import { useElementSize } from '../element-size';
import { createCanvasPoints } from './canvas-points';
import { categoryPlaces } from './category-places';
import { fitFrame, nearestPoint, normalisePoints } from './fit-frame';
import type { FitFrame } from './fit-frame';
import { CategoryNames, MarkerRing, PointRing } from './map-overlay';
import type { MapMarker } from './map-overlay';
import type { PointRenderer, PointStyle } from './point-renderer';
import styles from './scatter-map.module.css';
import { usePanZoom } from './use-pan-zoom';
import { createWebglPoints } from './webgl-points';

export interface ScatterMapProps {
  /** x and y of each point in any units, `[2 n]`. Give a new array when they move. */
  points: Float32Array;
  /** Index of each point into `colours`, `[n]`. */
  categories: Uint8Array;
  /** Hex colours. Keep the array the same while the colours are. */
  colours: readonly string[];
  /** Names written over the classes; left out: none. */
  names?: readonly string[] | undefined;
  /** Categories that are not shown. */
  hidden?: ReadonlySet<number> | undefined;
  marker: MapMarker | null;
  /** The point under the pointer has changed. */
  onHover: (index: number | null, clientX: number, clientY: number) => void;
  onPick: (index: number) => void;
  theme: ThemeName;
  /** Accessible name. */
  label: string;
  /**
   * `auto`: by WebGL where there is one. `canvas`: on a 2D canvas; choose it where WebGL is drawn by a program, which makes
   * the page wait for every picture of 10,000 points.
   */
  drawWith?: 'auto' | 'canvas' | undefined;
  /** `false` brings the view back to rest with every new set of points. */
  preserveView?: boolean | undefined;
}

const reach = 9;
const nowhere = 1e6;

function useFrame(
  points: Float32Array,
  aspect: number,
  preserve: boolean,
): { frame: FitFrame; points: Float32Array } {
  const [fitted, setFitted] = useState(() => ({ points, aspect, frame: fitFrame(points, aspect, null) }));
  if (fitted.points === points && fitted.aspect === aspect) return fitted;
  const next = { points, aspect, frame: fitFrame(points, aspect, preserve ? fitted.frame : null) };
  setFitted(next);
  return next;
}

export function ScatterMap(props: ScatterMapProps) {
  const { points, categories, colours, names, hidden, marker, onHover, onPick, theme, label } = props;
  const { drawWith = 'auto', preserveView = true } = props;
  const [ref, size] = useElementSize({ width: 480, height: 260 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<PointRenderer | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const reported = useRef<number | null>(null); // two moves may come before one rendering
  const [picked, setPicked] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const panZoom = usePanZoom(size);
  const { view } = panZoom;

  const { frame } = useFrame(points, size.width / Math.max(1, size.height), preserveView);
  const [shownPoints, setShownPoints] = useState(points);
  if (shownPoints !== points) {
    setShownPoints(points);
    if (shownPoints.length !== points.length) {
      setHovered(null);
      setPicked(null);
    }
    if (!preserveView) panZoom.reset();
  }
  const mapPoints = useMemo(() => {
    const normalised = normalisePoints(points, frame);
    if (hidden && hidden.size > 0) {
      categories.forEach((category, i) => {
        if (hidden.has(category)) normalised.x[i] = nowhere;
      });
    }
    return { ...normalised, categories };
  }, [points, frame, categories, hidden]);
  const style: PointStyle = useMemo(
    () => ({ colours, size: points.length > 12000 ? 2.6 : 3.2, opacity: theme === 'dark' ? 0.75 : 0.7 }),
    [colours, theme, points.length],
  );
  const places = useMemo(() => (names ? categoryPlaces(mapPoints, names.length) : []), [names, mapPoints]);

  const start = useEffectEvent((element: HTMLCanvasElement) => {
    const tryWebgl = drawWith === 'auto' && failure === null;
    const webgl = tryWebgl
      ? createWebglPoints(element, size, style, () => setFailure('The graphics context was lost'))
      : null;
    if (tryWebgl && !webgl) setFailure('This browser has no WebGL');
    const made = webgl ?? createCanvasPoints(element, size, style);
    made.setPoints(mapPoints);
    made.setView(view);
    return made;
  });
  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = start(canvas.current);
    renderer.current = made;
    return () => {
      renderer.current = null;
      made.dispose();
    };
  }, [failure, drawWith]);
  useEffect(() => renderer.current?.setSize(size), [size]);
  useEffect(() => renderer.current?.setStyle(style), [style]);
  useEffect(() => renderer.current?.setPoints(mapPoints), [mapPoints]);
  useEffect(() => renderer.current?.setView(view), [view]);

  function hover(index: number | null, event: { clientX: number; clientY: number }) {
    if (reported.current === index) return;
    reported.current = index;
    setHovered(index);
    onHover(index, event.clientX, event.clientY);
  }

  function under(event: PointerEvent<HTMLDivElement>): number | null {
    const box = event.currentTarget.getBoundingClientRect();
    const pixel = { x: event.clientX - box.left, y: event.clientY - box.top };
    return nearestPoint(mapPoints, pixel, view, size, reach);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    panZoom.surface.onPointerMove(event);
    hover(panZoom.isHeld() && panZoom.wasDragged() ? null : under(event), event);
  }

  function onPointerUp(event: PointerEvent<HTMLDivElement>) {
    panZoom.surface.onPointerUp(event);
    const index = panZoom.wasDragged() ? null : under(event);
    if (index === null || event.button !== 0) return;
    setPicked(index);
    onPick(index);
  }

  function ring(index: number, look: 'hovered' | 'picked') {
    const x = mapPoints.x[index];
    const y = mapPoints.y[index];
    if (x === undefined || y === undefined || x >= nowhere) return null;
    return <PointRing {...{ x, y, look, view, size }} colour={colours[categories[index] ?? 0]} />;
  }

  return (
    <div ref={ref} className={styles.map}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
      <div
        className={styles.surface}
        tabIndex={0}
        role="application"
        aria-label={`${label}: arrow keys move, plus and minus zoom, 0 resets`}
        {...panZoom.surface}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={(event) => hover(null, event)}
        onDoubleClick={panZoom.reset}
        onKeyDown={panZoom.onKeyDown}
      />
      <div className={styles.words} aria-hidden="true">
        {names && <CategoryNames places={places} names={names} view={view} size={size} />}
        {picked !== null && ring(picked, 'picked')}
        {hovered !== null && ring(hovered, 'hovered')}
        {marker && <MarkerRing marker={marker} frame={frame} view={view} size={size} />}
      </div>
      <div className={styles.buttons}>
        <IconButton size="small" label="Zoom in" icon={Plus} onClick={() => panZoom.zoomBy(1.5)} />
        <IconButton size="small" label="Zoom out" icon={Minus} onClick={() => panZoom.zoomBy(1 / 1.5)} />
        <IconButton size="small" label="Reset view" icon={Maximize} onClick={panZoom.reset} />
      </div>
      {failure !== null && (
        <p className={styles.note} role="status">
          {failure}: drawn without it.
        </p>
      )}
    </div>
  );
}
