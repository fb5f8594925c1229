// The hourglass: layers to scale from input to output, their activations live, and a waist that can be dragged.
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { Tooltip } from '../controls/tooltip';
import { useElementSize } from '../element-size';
import { useThemeAttributes } from '../theme/theme-attributes';
import styles from './hourglass-diagram.module.css';
import { hullPath, layoutColumns } from './hourglass-geometry';
import type { DiagramBox } from './hourglass-geometry';
import { paintActivations } from './paint-activations';
import { WaistHandles } from './waist-handles';

export interface DiagramLayer {
  /** Number of nodes. */
  readonly width: number;
  /** What it is, such as "hidden layer 1, ReLU". */
  readonly label: string;
  /** `[width]`, or `null` while there are none. Give a new array when they change. */
  readonly activations: Float32Array | null;
}

interface HourglassDiagramProps {
  /** Input first, output last. */
  layers: readonly DiagramLayer[];
  bottleneckIndex: number;
  /** The chosen code size; drawn at once, while `layers` may still be those of the last snapshot. */
  codeSize: number;
  minCode: number;
  maxCode: number;
  onCodeSizeChange: (codeSize: number) => void;
  /** Called once, when the handle is let go. */
  onCodeSizeCommit?: ((codeSize: number) => void) | undefined;
  /** Pictures at both ends. */
  input: ReactNode;
  output: ReactNode;
  encoderLabel?: string | undefined;
  decoderLabel?: string | undefined;
  bottleneckLabel?: string | undefined;
}

const topSpace = 20;
const bottomSpace = 24;
const scaleNote = 'To scale: each layer is as high as the side of a square with as many nodes as it has.';

export function HourglassDiagram(props: HourglassDiagramProps) {
  const { layers, bottleneckIndex, codeSize, minCode, maxCode, onCodeSizeChange, onCodeSizeCommit } = props;
  const { encoderLabel = 'encoder', decoderLabel = 'decoder', bottleneckLabel = 'bottleneck · drag' } = props;
  const [ref, size] = useElementSize({ width: 820, height: 156 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeAttributes();

  const widths = layers.map((layer, index) => (index === bottleneckIndex ? codeSize : layer.width));
  const widthsKey = widths.join('-');
  const box: DiagramBox = useMemo(
    () => ({ width: size.width, height: Math.max(20, size.height - topSpace - bottomSpace), top: topSpace }),
    [size],
  );
  const columns = useMemo(() => layoutColumns(widthsKey.split('-').map(Number), box), [widthsKey, box]);
  const waist = columns[bottleneckIndex];
  const isNarrow = size.width < 380;
  const pitch = size.width / Math.max(1, layers.length - 1);

  useEffect(() => {
    const element = canvas.current;
    // Kept off the GPU, which the engine may be using.
    const context = element?.getContext('2d', { willReadFrequently: true });
    if (!element || !context) return;
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    if (element.width !== width || element.height !== height) {
      element.width = width;
      element.height = height;
    }
    const colour = getComputedStyle(element).color;
    paintActivations(
      context,
      columns,
      layers.map((layer) => layer.activations),
      colour,
      ratio,
    );
  }, [layers, columns, size, theme]);

  const spread = (index: number) => columns[index]?.x ?? 0;
  const labelX = (from: number, to: number) => (spread(from) + spread(to) + (waist?.width ?? 0)) / 2;
  return (
    <figure className={styles.diagram}>
      <div className={styles.end}>{props.input}</div>
      <div ref={ref} className={styles.middle}>
        <div
          className={styles.picture}
          role="img"
          aria-label={`Layers of ${widths.join(', ')} nodes; the bottleneck has ${codeSize}`}
        >
          <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
            <path className={styles.hull} d={hullPath(columns)} />
          </svg>
          <canvas ref={canvas} className={styles.activations} />
          <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
            {columns.map((column, index) => {
              const layer = layers[index];
              const isWaist = index === bottleneckIndex;
              const shown = pitch >= 27 || isWaist || index === 0 || index === columns.length - 1;
              return (
                <g key={index}>
                  <rect
                    className={styles.hit}
                    x={column.x}
                    y={column.y}
                    width={column.width}
                    height={column.height}
                  >
                    <title>{`${layer?.label ?? ''}: ${widths[index]} ${widths[index] === 1 ? 'node' : 'nodes'}`}</title>
                  </rect>
                  {shown && (
                    <text
                      className={isWaist ? styles.waistWidth : styles.layerWidth}
                      x={column.x + column.width / 2}
                      y={size.height - 6}
                    >
                      {widths[index]}
                    </text>
                  )}
                </g>
              );
            })}
            {!isNarrow && (
              <>
                <text className={styles.word} x={labelX(0, bottleneckIndex)} y={11}>
                  {encoderLabel}
                </text>
                <text className={styles.word} x={labelX(bottleneckIndex, columns.length - 1)} y={11}>
                  {decoderLabel}
                </text>
              </>
            )}
          </svg>
        </div>
        {waist && (
          <WaistHandles
            codeSize={codeSize}
            range={{ min: minCode, max: maxCode }}
            box={box}
            x={waist.x + waist.width / 2}
            label={bottleneckLabel}
            onChange={onCodeSizeChange}
            onCommit={onCodeSizeCommit}
          />
        )}
      </div>
      <div className={styles.end}>{props.output}</div>
      <Tooltip text={scaleNote} side="left">
        <figcaption className={styles.scaleNote} tabIndex={0}>
          to scale
        </figcaption>
      </Tooltip>
    </figure>
  );
}
