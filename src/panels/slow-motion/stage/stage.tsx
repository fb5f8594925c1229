// The network as a row of pictures for one sample: lit from the input to the output, and back with the gradients.
import { t } from '@lingui/core/macro';
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { widthOf, type NetworkPlan } from '../../../catalog/architectures/plan';
import type { TracedSample } from '../../../core/engine-api/tracing';
import { countText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { shapeText } from '../../../ui/hourglass/hourglass-geometry';
import { sampleAspect } from '../../../ui/sample/looks';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { LayerPicture } from '../../../ui/units/layer-picture';
import { lightOf, turnOf, type Light, type PartId } from '../parts';
import { lightMs, type Playback } from '../playback';
import { boundaryLabel } from '../words';
import styles from './stage.module.css';

interface StageProps {
  part: PartId;
  playback: Playback;
  plan: NetworkPlan;
  sample: TracedSample;
  info: DatasetInfo;
}

export function Stage({ part, playback, plan, sample, info }: StageProps) {
  const { boundaries, codeBoundary } = plan;
  const last = boundaries.length - 1;
  const isBackward = part === 'gradients';
  const outputShape = useMemo(() => mapShape(info), [info]);
  const aspect = Math.min(2.4, sampleAspect(info.shape));
  const errors = useMemo(() => differences(sample.activations.at(-1), sample.clean), [sample]);
  const isCompared = part === 'compare' || isBackward || part === 'update';
  const count = isBackward ? last : part === 'encode' ? codeBoundary : last - codeBoundary;
  const delayOf = (boundary: number) =>
    playback.isPlaying ? (turnOf(part, boundary, codeBoundary, last) * lightMs(playback)) / (count + 1) : 0;
  const aspects = boundaries.map((shape, at) => (at === 0 || at === last ? aspect : tileAspect(shape)));
  const widths = aspects.reduce((sum, width) => sum + width, 2 * aspect);
  return (
    <div className={styles.frame}>
      <ol
        className={styles.stage}
        data-backward={isBackward || undefined}
        style={{ '--count': boundaries.length + 2, '--widths': widths } as CSSProperties}
      >
        <Tile
          label={t({ message: `Clean`, comment: 'the sample before it is damaged' })}
          light={part === 'corrupt' || part === 'compare' ? 'lit' : 'done'}
          aspect={aspect}
        >
          <SamplePicture label={t`Clean`} info={info} values={sample.clean} />
        </Tile>
        {boundaries.map((shape, index) => {
          const light = lightOf(part, index, codeBoundary, last);
          const values = (isBackward && index > 0 ? sample.gradients : sample.activations)[index];
          const label = boundaryLabel(plan, index);
          const name = isBackward && index > 0 ? t`${label}, gradient` : label;
          const isSample = index === 0 || (index === last && !isBackward);
          return (
            <Tile
              key={index}
              label={label}
              note={index === 0 || index === last ? undefined : sizeText(shape)}
              light={light}
              delayMs={delayOf(index)}
              aspect={aspects[index] ?? 1}
              arrow
            >
              {light !== 'ahead' &&
                values &&
                (isSample ? (
                  <SamplePicture label={name} info={info} values={values} />
                ) : (
                  <LayerPicture label={name} shape={index === last ? outputShape : shape} values={values} />
                ))}
            </Tile>
          );
        })}
        <Tile
          label={t({ message: `Error`, comment: 'output minus clean sample' })}
          light={part === 'compare' ? 'lit' : isCompared ? 'done' : 'ahead'}
          aspect={aspect}
        >
          {isCompared && <SamplePicture label={t`Error`} info={info} values={errors} tone="error" />}
        </Tile>
      </ol>
    </div>
  );
}

interface TileProps {
  label: string;
  note?: string | undefined;
  light: Light;
  /** When it lights up within its part. */
  delayMs?: number;
  aspect: number;
  /** Whether an arrow leads to it from the tile before. */
  arrow?: boolean;
  children: ReactNode;
}

function Tile({ label, note, light, delayMs = 0, aspect, arrow = false, children }: TileProps) {
  return (
    <li
      className={styles.tile}
      data-light={light}
      data-arrow={arrow || undefined}
      style={{ '--aspect': aspect, '--delay': `${Math.round(delayMs)}ms` } as CSSProperties}
    >
      <div className={styles.picture}>{children}</div>
      <span className={styles.label}>{label}</span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </li>
  );
}

/** `256`, `14×14×16` */
function sizeText(shape: readonly number[]): string {
  return shape.length === 1 ? countText(widthOf(shape)) : shapeText(shape);
}

/** A short vector is a narrow column, feature maps and filters are wide. */
function tileAspect(shape: readonly number[]): number {
  const width = widthOf(shape);
  if (shape.length > 1) return shape[1] === 1 ? 1.5 : 1;
  return width <= 8 ? 0.3 : width <= 64 ? 0.5 : 0.8;
}

/** A sample as feature maps: the gradient at the output is drawn as such. */
function mapShape({ kind, shape }: DatasetInfo): readonly number[] {
  const [length = 1, channels = 1] = shape;
  return kind === 'signal' ? [length, 1, channels] : shape;
}

function differences(output: Float32Array | undefined, clean: Float32Array): Float32Array {
  return clean.map((value, at) => (output?.[at] ?? 0) - value);
}
