// The picture of a sample with its hole: the known pixels as in any other picture, a pattern where they are missing.
import { memo, useEffect, useMemo, type ComponentProps } from 'react';
import { gridOf, type Mask } from '../../../core/inpainting/mask';
import type { SampleShape } from '../../../core/samples/samples';
import { classNames } from '../../class-names';
import { useFittedLook } from '../../sample/canvas/fitted-look';
import { singleLook } from '../../sample/looks';
import { paintSamples } from '../../sample/paint-samples';
import type { SampleValues } from '../../sample/sample-look';
import { paintHoles, pixelsUnder } from './paint-holes';
import styles from './mask-pad.module.css';

interface HoledCanvasProps extends Pick<ComponentProps<'canvas'>, 'className'> {
  /** Accessible name, exactly. */
  label: string;
  shape: SampleShape;
  /** The whole sample; an empty one shows nothing yet. */
  values: SampleValues;
  mask: Mask;
}

const one = { columns: 1, rows: 1 };

export const HoledCanvas = memo(function HoledCanvas(props: HoledCanvasProps) {
  const { label, shape, values, mask, className } = props;
  const given = useMemo(() => singleLook(shape), [shape]);
  const { attach, canvas, look } = useFittedLook(given, one);
  const { channels } = gridOf(shape);
  const under = useMemo(() => pixelsUnder(look, channels), [look, channels]);
  const { width, height } = look;

  useEffect(() => {
    // Kept off the GPU, which the engine may be using.
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const picture = context.createImageData(width, height);
    // A line has a gap where its values are no numbers.
    const known = Float32Array.from(values, (value, at) =>
      mask[Math.floor(at / channels)] === 1 ? NaN : values instanceof Uint8Array ? value / 255 : value,
    );
    paintSamples(picture.data, { look, shape, values: known, grid: one, tone: 'ink' });
    paintHoles(picture.data, look, mask, under);
    context.putImageData(picture, 0, 0);
  }, [canvas, look, shape, values, mask, channels, under, width, height]);

  return (
    <canvas
      ref={attach}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      className={classNames(styles.canvas, look.isPixelated && styles.pixelated, className)}
      style={given.fitted && { aspectRatio: given.width / given.height }}
    />
  );
});
