// A map of points: zoom, pan, hover and pick. Points by WebGL when there is one, by a 2D canvas when not, and it says which.
import { t } from '@lingui/core/macro';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import type { ThemeName } from '../colours';
import { useElementSize } from '../element-size';
import { createCanvasPoints } from './points/canvas-points';
import { categoryPlaces } from './category-places';
import { nearestPoint, normalisePoints, type ViewTransform } from './frame/fit-frame';
import { pointsInside, type Place } from './gestures/lasso';
import { CategoryNames, LassoLine, MarkerRing, PointRing, WheelHint, type MapMarker } from './map-overlay';
import { paledCategories, withPaled } from './points/paled-points';
import { usePointsExport } from './points/points-table';
import { pointDiameter } from './points/point-diameter';
import type { PointRenderer, PointStyle } from './points/point-renderer';
import styles from './scatter-map.module.css';
import { ZoomButtons } from './zoom-buttons';
import { useFrame } from './gestures/use-frame';
import { useHoverEnd } from './gestures/use-hover-end';
import { useLasso } from './gestures/use-lasso';
import { local, usePanZoom } from './gestures/use-pan-zoom';
import { fromPixel, toData, visibleRegion, type VisibleRegion } from './frame/visible-region';
import { createWebglPoints } from './points/webgl-points';

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
  /** The picked point, where maps share it; left out: each keeps its own. */
  picked?: number | null | undefined;
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
  /** Pan and zoom where they are kept elsewhere, for maps that move together. */
  view?: ViewTransform | undefined;
  onViewChange?: ((view: ViewTransform) => void) | undefined;
  /** A point that is pointed at somewhere else. */
  highlighted?: number | null | undefined;
  /** The points that stand out while all others step back; null: none do. */
  selected?: Uint32Array | null | undefined;
  /** What dragging does: with `pan` a lasso is drawn while Shift is held. */
  tool?: 'pan' | 'lasso' | undefined;
  /** A line was drawn around these points, `[n]`, possibly none. Left out: there is no lasso. */
  onLasso?: ((indices: Uint32Array) => void) | undefined;
  /** The place under the pointer in data coordinates; null when it has left. */
  onMove?: ((place: Place | null) => void) | undefined;
  /** What lies behind the points, made for the piece of the plane that fills the map. */
  renderBackground?: ((region: VisibleRegion) => ReactNode) | undefined;
  onRegionChange?: ((region: VisibleRegion) => void) | undefined;
}

const [reach, nowhere] = [9, 1e6];

export function ScatterMap(props: ScatterMapProps) {
  const { points, categories, colours, names, hidden, marker, onHover, onPick, theme, label } = props;
  const { drawWith = 'auto', preserveView = true, selected = null, highlighted = null } = props;
  const { tool = 'pan', onLasso, onMove, renderBackground, onRegionChange } = props;
  const [ref, size] = useElementSize({ width: 480, height: 260 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<PointRenderer | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const reported = useRef<number | null>(null); // two moves may come before one rendering
  const [ownPicked, setPicked] = useState<number | null>(null);
  const picked = props.picked === undefined ? ownPicked : props.picked;
  const [failure, setFailure] = useState<string | null>(null);
  const panZoom = usePanZoom(size, props.view, props.onViewChange);
  const { view } = panZoom;

  usePointsExport(label, points, names && { names, categories });
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
    const shown = selected ? paledCategories(categories, selected, colours.length) : categories;
    return { ...normalised, categories: shown };
  }, [points, frame, categories, hidden, selected, colours.length]);
  const style: PointStyle = useMemo(
    () => ({
      colours: withPaled(colours, theme),
      palesFrom: colours.length,
      size: pointDiameter(points.length / 2),
      opacity: theme === 'dark' ? 0.75 : 0.7,
    }),
    [colours, theme, points.length],
  );
  const places = useMemo(
    () => (names ? categoryPlaces({ ...mapPoints, categories }, names.length) : []),
    [names, mapPoints, categories],
  );
  const region = useMemo(() => visibleRegion(frame, view, size), [frame, view, size]);
  useEffect(() => onRegionChange?.(region), [region, onRegionChange]);
  const lasso = useLasso(
    tool === 'lasso',
    onLasso
      ? (line) =>
          onLasso(
            pointsInside(
              mapPoints,
              line.map((corner) => fromPixel(corner, view, size)),
            ),
          )
      : null,
  );

  const start = useEffectEvent((element: HTMLCanvasElement) => {
    const tryWebgl = drawWith === 'auto' && failure === null;
    const webgl = tryWebgl
      ? createWebglPoints(element, size, style, () => setFailure(t`The graphics context was lost`))
      : null;
    if (tryWebgl && !webgl) setFailure(t`This browser has no WebGL`);
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

  useHoverEnd(hovered !== null, panZoom.surface.ref, () => hover(null, { clientX: 0, clientY: 0 }));

  function under(event: PointerEvent<HTMLDivElement>): number | null {
    return nearestPoint(mapPoints, local(event.currentTarget, event), view, size, reach);
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (!lasso.onPointerDown(event)) panZoom.surface.onPointerDown(event);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (lasso.onPointerMove(event)) return;
    panZoom.surface.onPointerMove(event);
    onMove?.(toData(fromPixel(local(event.currentTarget, event), view, size), frame));
    hover(panZoom.isHeld() && panZoom.wasDragged() ? null : under(event), event);
  }

  function onPointerLeave(event: PointerEvent<HTMLDivElement>) {
    if (event.pointerType !== 'touch') hover(null, event);
    onMove?.(null);
  }

  function onPointerUp(event: PointerEvent<HTMLDivElement>) {
    if (lasso.onPointerUp()) return;
    panZoom.surface.onPointerUp(event);
    const index = panZoom.wasDragged() ? null : under(event);
    if (event.pointerType === 'touch') hover(index, event);
    if (index === null || event.button !== 0) return;
    setPicked(index);
    onPick(index);
  }

  function onPointerCancel(event: PointerEvent<HTMLDivElement>) {
    if (!lasso.onPointerCancel()) panZoom.surface.onPointerCancel(event);
  }

  function ring(index: number, look: 'hovered' | 'picked') {
    const x = mapPoints.x[index];
    const y = mapPoints.y[index];
    if (x === undefined || y === undefined || x >= nowhere) return null;
    return <PointRing {...{ x, y, look, view, size }} colour={colours[categories[index] ?? 0]} />;
  }

  return (
    <div ref={ref} className={styles.map}>
      {renderBackground && <div className={styles.background}>{renderBackground(region)}</div>}
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
      <div
        className={styles.surface}
        data-tool={tool}
        tabIndex={0}
        role="application"
        aria-label={t`${label}: arrow keys move, plus and minus zoom, 0 resets`}
        {...panZoom.surface}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerCancel}
        onPointerLeave={onPointerLeave}
        onDoubleClick={panZoom.reset}
        onKeyDown={panZoom.onKeyDown}
      />
      <div className={styles.words} aria-hidden="true">
        {names && <CategoryNames places={places} names={names} view={view} size={size} />}
        {picked !== null && ring(picked, 'picked')}
        {highlighted !== null && highlighted !== hovered && ring(highlighted, 'hovered')}
        {hovered !== null && ring(hovered, 'hovered')}
        {lasso.line && <LassoLine line={lasso.line} />}
        {panZoom.showsWheelHint && <WheelHint />}
        {marker && <MarkerRing marker={marker} frame={frame} view={view} size={size} />}
      </div>
      <ZoomButtons zoomBy={panZoom.zoomBy} reset={panZoom.reset} />
      {failure !== null && (
        <p className={styles.note} role="status">
          {t`${failure}: drawn without it.`}
        </p>
      )}
    </div>
  );
}
