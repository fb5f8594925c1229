// The part that both maps share: the points and their interaction. Hovering, selecting and clicking on one map show on
// the other.
import type { ReactNode } from 'react';
import type { PlaneRegion } from '../../core/latent/code-plane';
import { useSession } from '../../session/hooks/session-context';
import { useEngine } from '../../session/hooks/use-engine';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { usePointed } from '../../session/hooks/explore/use-pointed';
import { useSelection } from '../../session/hooks/use-selection';
import type { ThemeName } from '../../ui/colours';
import type { ViewTransform } from '../../ui/scatter/frame/fit-frame';
import { LazyScatterMap } from '../../ui/scatter/lazy-scatter-map';
import type { Colouring } from './colouring/map-colouring';

export type MapTool = 'pan' | 'lasso';

/** Appearance and pointer mode of both maps. */
export interface MapLook {
  readonly colouring: Colouring;
  /** Class names drawn over the points; null if the colours do not show classes. */
  readonly names: readonly string[] | null;
  readonly tool: MapTool;
  readonly view: ViewTransform;
  readonly onViewChange: (view: ViewTransform) => void;
  /** Theme of the background behind the points. */
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
  const { explore, pointing, selection } = useSession();
  const softwareGraphics = useEngine(({ backend }) => backend?.softwareGraphics ?? false);
  const hovered = useSelection((state) => state.hovered);
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
      onHover={selection.hover}
      onPick={pointing.pick}
      onLasso={explore.selectCaught}
      {...handling}
      {...place}
    />
  );
}
