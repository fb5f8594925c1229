// The words under the columns: how wide each layer is, the waist's number in bold, and more of each on hover.
import type { DiagramLayer } from './diagram-layer';
import styles from './hourglass-diagram.module.css';
import { hasMaps, nodesOf, shapeText } from './hourglass-geometry';
import type { Column, LayerShape } from './hourglass-geometry';

interface LayerLabelsProps {
  columns: readonly Column[];
  layers: readonly DiagramLayer[];
  /** As drawn: with the chosen code size at the bottleneck. */
  shapes: readonly LayerShape[];
  bottleneckIndex: number;
  /** Of the picture. */
  width: number;
  height: number;
  /** Where the words may begin. */
  below: number;
}

const characterWidth = 6.6;
const lineHeight = 12;

export function LayerLabels(props: LayerLabelsProps) {
  const { columns, layers, shapes, bottleneckIndex, width, height, below } = props;
  const pitch = width / Math.max(1, columns.length - 1);
  return columns.map((column, index) => {
    const layer = layers[index];
    const shape = shapes[index] ?? [];
    const isWaist = index === bottleneckIndex;
    const middle = column.x + column.width / 2;
    const lines = labelLines(shape, pitch);
    const shown = isWaist || pitch >= 27 || index === 0 || index === columns.length - 1;
    return (
      <g key={index}>
        <rect className={styles.hit} x={column.x} y={column.y} width={column.width} height={column.height}>
          <title>{`${layer?.label ?? ''}: ${nodesText(shape)}`}</title>
        </rect>
        {shown &&
          lines.map((line, place) => (
            <text
              key={place}
              className={isWaist ? styles.waistWidth : styles.layerWidth}
              // The words of a narrow column at either end stay inside the picture.
              x={index === 0 || index === columns.length - 1 ? inside(middle, line, width) : middle}
              y={lines.length > 1 ? below + 13 + place * lineHeight : height - 6}
            >
              {line}
            </text>
          ))}
        {isWaist && layer?.hasSpread === true && (
          <text className={styles.spread} x={middle + 5 + String(nodesOf(shape)).length * 4.6} y={height - 6}>
            μ, σ
          </text>
        )}
      </g>
    );
  });
}

/** One line, or two where a layer of maps has no room for `14×14×16`. */
export function labelLines(shape: LayerShape, pitch: number): string[] {
  const text = shapeText(shape);
  if (!hasMaps(shape) || text.length * characterWidth <= pitch) return [text];
  const [height, width, maps] = shape;
  return [`${height}×${width}`, `×${maps}`];
}

function nodesText(shape: LayerShape): string {
  const nodes = nodesOf(shape);
  const count = `${nodes.toLocaleString('en')} ${nodes === 1 ? 'node' : 'nodes'}`;
  return hasMaps(shape) ? `${shapeText(shape)}, ${count}` : count;
}

function inside(middle: number, line: string, width: number): number {
  const half = (line.length * characterWidth) / 2;
  return Math.min(width - half + 12, Math.max(half - 12, middle));
}
