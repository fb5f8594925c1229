// The strongest connections of a unit as lines to the units of the layers beside it: the wider, the more it adds; dashed where it
// lowers.
import type { UnitLook } from '../../../core/engine-api/units';
import { strongestUnits } from '../../../core/units/thinning';
import { classNames } from '../../../ui/class-names';
import type { ElementSize } from '../../../ui/element-size';
import type { LayerLayout } from '../../../ui/network/layer-picture';
import type { CellBox } from '../../../ui/network/layer-grid';
import styles from './layers.module.css';

/** More would be a tangle. */
const mostLines = 10;

interface ConnectionLinesProps {
  look: UnitLook;
  layouts: Readonly<Record<number, LayerLayout>>;
  size: ElementSize;
}

interface Line {
  readonly key: string;
  readonly from: CellBox;
  readonly to: CellBox;
  /** In [-1, 1]. */
  readonly strength: number;
}

export function ConnectionLines({ look, layouts, size }: ConnectionLinesProps) {
  const lines = linesOf(look, layouts);
  return (
    <svg className={styles.lines} width={size.width} height={size.height} aria-hidden="true">
      {lines.map(({ key, from, to, strength }) => (
        <path
          key={key}
          className={classNames(styles.line, strength < 0 && styles.lowers)}
          d={pathBetween(from, to)}
          style={{ strokeWidth: 0.8 + 2.6 * Math.abs(strength), opacity: 0.35 + 0.65 * Math.abs(strength) }}
        />
      ))}
    </svg>
  );
}

function linesOf(
  { boundary, unit, incoming, outgoing }: UnitLook,
  layouts: Readonly<Record<number, LayerLayout>>,
): Line[] {
  const own = layouts[boundary]?.boxOf(unit);
  if (!own) return [];
  const ends = (contributions: Float32Array, layer: number, isFrom: boolean) => {
    const layout = layouts[layer];
    const strongest = layout ? strongestUnits(contributions, mostLines) : [];
    const most = Math.abs(contributions[strongest[0] ?? -1] ?? 1);
    return strongest.flatMap((other): Line[] => {
      const box = layout?.boxOf(other);
      if (!box) return [];
      const [from, to] = isFrom ? [box, own] : [own, box];
      return [{ key: `${layer}-${other}`, from, to, strength: (contributions[other] ?? 0) / most }];
    });
  };
  return [
    ...ends(incoming[0]?.contributions ?? new Float32Array(0), boundary - 1, true),
    ...ends(outgoing, boundary + 1, false),
  ];
}

/** A curve between the near edges: sideways where the layers stand beside each other, down where they stand below. */
function pathBetween(from: CellBox, to: CellBox): string {
  const isBeside = from.x + from.width <= to.x || to.y < from.y + from.height;
  if (isBeside) {
    const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
    const [x2, y2] = [to.x, to.y + to.height / 2];
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  }
  const [x1, y1] = [from.x + from.width / 2, from.y + from.height];
  const [x2, y2] = [to.x + to.width / 2, to.y];
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}
