// The words under the columns: how wide each layer is, the waist's number in bold.
import type { DiagramLayer } from './diagram-layer';
import styles from './hourglass-diagram.module.css';
import { nodesOf } from './hourglass-geometry';
import type { Column, LayerShape } from './hourglass-geometry';
import { placeLabels } from './label-places';

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
  /** Size of the type over its usual one. */
  text: number;
}

const lineHeight = 12;
const firstLine = 17;
const spreadWidth = 28;

export function LayerLabels(props: LayerLabelsProps) {
  const { columns, layers, shapes, bottleneckIndex, width, height, below, text } = props;
  const hasSpread = layers[bottleneckIndex]?.hasSpread === true;
  const type = { scale: text, waistExtra: hasSpread ? spreadWidth * text : 0 };
  const labels = placeLabels(columns, shapes, bottleneckIndex, width, type);
  return columns.map((column, index) => {
    const shape = shapes[index] ?? [];
    const isWaist = index === bottleneckIndex;
    const middle = column.x + column.width / 2;
    const label = labels[index];
    return (
      <g key={index}>
        {label?.lines.map((line, place) => (
          <text
            key={place}
            className={isWaist ? styles.waistWidth : styles.layerWidth}
            x={label.x}
            y={isWaist ? height - 6 : below + text * (firstLine + place * lineHeight)}
          >
            {line}
          </text>
        ))}
        {isWaist && hasSpread && (
          <text
            className={styles.spread}
            x={middle + text * (5 + String(nodesOf(shape)).length * 4.6)}
            y={height - 6}
          >
            μ, σ
          </text>
        )}
      </g>
    );
  });
}
