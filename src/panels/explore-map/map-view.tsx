// One of the two maps: the points, and all that is the same for both. What is pointed at, caught or clicked on one of them is
// shown on the other.
import type { ReactNode } from 'react';
import type { PlaneRegion } from '../../core/code-plane';
import { hoverSample } from '../../session/actions';
import { useEngine } from '../../session/engine-store';
import { useExploration } from '../../session/explore-store';
import { selectCaught } from '../../session/explore-actions';
import { pickImage } from '../../session/pointed-actions';
import { usePointed } from '../../session/pointed-store';
import { useSelection } from '../../session/selection-store';
import type { ThemeName } from '../../ui/colours';
import type { ViewTransform } from '../../ui/scatter/fit-frame';
import { LazyScatterMap } from '../../ui/scatter/lazy-scatter-map';
import type { Colouring } from './map-colouring';

export type MapTool = 'pan' | 'lasso';

/** How both maps are drawn and handled. */
export interface MapLook {
  readonly colouring: Colouring;
  /** Written over the classes; null: the colours are not classes. */
  readonly names: readonly string[] | null;
  readonly tool: MapTool;
  readonly view: ViewTransform;
  readonly onViewChange: (view: ViewTransform) => void;
  /** Of the ground that the points stand on. */
  readonly theme: ThemeName;
}

interface MapViewProps {
  label: string;
  /** `[2 n]`; point `i` is test image `i`. */
  points: Float32Array;
  look: MapLook;
  onMove: (place: { x: number; y: number } | null) => void;
  renderBackground?: ((region: PlaneRegion) => ReactNode) | undefined;
  onRegionChange?: ((region: PlaneRegion) => void) | undefined;
}

export function MapView({ label, points, look, ...place }: MapViewProps) {
  const softwareGraphics = useEngine(({ backend }) => backend?.softwareGraphics ?? false);
  const hovered = useSelection((selection) => selection.hovered);
  const picked = usePointed((pointed) => pointed.picked);
  const selected = useExploration((exploration) => exploration.selected?.indices ?? null);
  const { colouring, names, ...handling } = look;
  return (
    <LazyScatterMap
      label={label}
      points={points}
      {...colouring}
      names={names ?? undefined}
      marker={null}
      drawWith={softwareGraphics ? 'canvas' : 'auto'}
      highlighted={hovered ?? picked}
      selected={selected}
      onHover={hoverSample}
      onPick={pickImage}
      onLasso={selectCaught}
      {...handling}
      {...place}
    />
  );
}
