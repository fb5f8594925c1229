// The hourglass: layers to scale from input to output, their activations live, and a waist that can be dragged.
import { t } from '@lingui/core/macro';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { ExplainedLabel } from '../explanation/explained-label';
import { Tooltip } from '../explanation/tooltip';
import { useElementSize } from '../element-size';
import { sizedCanvas } from '../sized-canvas';
import { useTextScale } from '../theme/text-scale';
import { useThemeAttributes } from '../theme/theme-attributes';
import type { DiagramLayer } from './diagram-layer';
import styles from './hourglass-diagram.module.css';
import { bandsOf, hasBands, hasMaps, hullPath, layoutColumns, shapeText } from './hourglass-geometry';
import type { DiagramBox, LayerShape } from './hourglass-geometry';
import { labelLines } from './label-places';
import { LayerLabels } from './layer-labels';
import { LayerLinks } from './layer-links';
import { paintActivations } from './paint/paint-activations';
import { PartWord } from './part-word';
import { WaistHandles } from './waist-handles';

interface HourglassDiagramProps {
  /** Input first, output last. */
  layers: readonly DiagramLayer[];
  bottleneckIndex: number;
  /** Whether the code is the narrowest layer; if not, its handles do not call it the bottleneck. */
  isWaist: boolean;
  /** The chosen code size; drawn at once, while `layers` may still be those of the last snapshot. */
  codeSize: number;
  minCode: number;
  maxCode: number;
  /** Null: the code size is not to be changed here. */
  onCodeSizeChange: ((codeSize: number) => void) | null;
  /** Where a layer opens; left out where none does. */
  layerHref?: (index: number) => string;
  /** Pictures at both ends. */
  input: ReactNode;
  output: ReactNode;
  /** Facts about the whole, in the corners: how much it compresses, and how large it is. */
  compression?: ReactNode;
  size?: ReactNode;
}

const topSpace = 20;
const bottomSpace = 24;
const secondLine = 12;
const thinnedNote = t`A band is a filter over time. If a layer has more bands than can be told apart, only some are drawn, evenly spaced.`;
const scaleNote = t`To scale: each layer is as high as the side of a square with as many nodes as it has.`;

export function HourglassDiagram(props: HourglassDiagramProps) {
  const { layers, bottleneckIndex, codeSize, minCode, maxCode, onCodeSizeChange } = props;
  const [ref, size] = useElementSize({ width: 820, height: 156 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeAttributes();
  const text = useTextScale();

  const shapesKey = layers
    .map(({ shape }, index) => (index === bottleneckIndex ? codeSize : shape.join('×')))
    .join('-');
  const shapes = useMemo(
    () => shapesKey.split('-').map((shape): LayerShape => shape.split('×').map(Number)),
    [shapesKey],
  );
  const box: DiagramBox = useMemo(() => {
    const pitch = size.width / Math.max(1, shapes.length - 1);
    const hasSecond = shapes.some((shape) => labelLines(shape, pitch / text).length > 1);
    const below = text * (bottomSpace + (hasSecond ? secondLine : 0));
    const top = text * topSpace;
    return { width: size.width, height: Math.max(20, size.height - top - below), top };
  }, [size, shapes, text]);
  const columns = useMemo(() => layoutColumns(shapes, box), [shapes, box]);
  const isThinned = shapes.some(
    (shape, index) => hasBands(shape) && bandsOf(shape, columns[index]?.height ?? 0) < (shape[2] ?? 1),
  );
  const waist = columns[bottleneckIndex];
  const isNarrow = size.width < 380 * text;

  useEffect(() => {
    const element = canvas.current;
    const sized = sizedCanvas(element, size);
    if (!element || !sized) return;
    paintActivations(sized.context, columns, layers, getComputedStyle(element).color, sized.ratio);
  }, [layers, columns, size, theme]);

  const middleOf = (index: number) => (columns[index]?.x ?? 0) + (columns[index]?.width ?? 0) / 2;
  const wordX = (from: number, to: number) => (middleOf(from) + middleOf(to)) / 2;
  const hasSpread = layers[bottleneckIndex]?.hasSpread === true;
  return (
    <figure className={styles.figure}>
      <div className={styles.diagram}>
        <div className={styles.end}>{props.input}</div>
        <div ref={ref} className={styles.middle}>
          <div className={styles.picture} role="img" aria-label={pictureName(shapes, codeSize, hasSpread)}>
            <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
              <path className={styles.hull} d={hullPath(columns)} />
            </svg>
            <canvas ref={canvas} className={styles.activations} />
            <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
              <LayerLabels
                columns={columns}
                layers={layers}
                shapes={shapes}
                bottleneckIndex={bottleneckIndex}
                width={size.width}
                height={size.height}
                below={box.top + box.height}
                text={text}
              />
            </svg>
          </div>
          <LayerLinks
            {...{ columns, layers, shapes, bottleneckIndex }}
            height={size.height}
            hrefOf={props.layerHref}
          />
          {!isNarrow && (
            <>
              <PartWord term="encoder" x={wordX(0, bottleneckIndex)}>{t`encoder`}</PartWord>
              <PartWord term="decoder" x={wordX(bottleneckIndex, columns.length - 1)}>{t`decoder`}</PartWord>
            </>
          )}
          {waist && onCodeSizeChange && (
            <WaistHandles
              codeSize={codeSize}
              name={props.isWaist ? t`bottleneck` : t`code`}
              range={{ min: minCode, max: maxCode }}
              box={box}
              x={waist.x + waist.width / 2}
              onChange={onCodeSizeChange}
            />
          )}
        </div>
        <div className={styles.end}>{props.output}</div>
        <div className={styles.facts}>
          <span>{props.compression}</span>
          <span>
            <span>{props.size}</span>
            <Tooltip text={isThinned ? `${scaleNote} ${thinnedNote}` : scaleNote} side="left">
              <span className={styles.scaleNote}>
                <ExplainedLabel>{isThinned ? t`to scale, some filters` : t`to scale`}</ExplainedLabel>
              </span>
            </Tooltip>
          </span>
        </div>
      </div>
    </figure>
  );
}

/** The picture in words, for people who cannot see it. */
function pictureName(shapes: readonly LayerShape[], codeSize: number, hasSpread: boolean): string {
  const waist = hasSpread
    ? t`the bottleneck has ${codeSize}, each a mean and a spread`
    : t`the bottleneck has ${codeSize}`;
  const sizes = shapes.map(shapeText).join(', ');
  if (shapes.some(hasBands)) return t`Layers of ${sizes} nodes (length×filters); ${waist}`;
  if (shapes.some(hasMaps)) return t`Layers of ${sizes} nodes (height×width×feature maps); ${waist}`;
  return t`Layers of ${sizes} nodes; ${waist}`;
}
