// Whatever is on the pad as a sample of the data set.
import type { DrawingForm, Drawn, DrawnLine, NumberSeries } from '../../core/samples/drawing';
import { imageSize, sampleSize, type SampleShape } from '../../core/samples/samples';
import type { ValueUnits } from '../../core/samples/value-units';
import { toDrawingForm } from './drawing-form';
import { pictureSample } from './picture-sample';
import { seriesSample } from './series-sample';

/** What a drawing has to become, which depends on the data set. */
export interface DrawingTarget extends ValueUnits {
  readonly shape: SampleShape;
  readonly form: DrawingForm;
}

/**
 * `[sampleSize]`: an image in bytes, a signal in floats, which may lie outside of [0, 1]. Null where there is no ink, and for what
 * cannot become such a sample.
 */
export function drawnSample(drawn: Drawn, target: DrawingTarget): Uint8Array | Float32Array | null {
  const { shape, form } = target;
  const size = imageSize(shape);
  if ('line' in drawn || 'channels' in drawn) return drawnSignal(drawn, target);
  if (size === null) return null;
  if ('alpha' in drawn)
    return toDrawingForm(drawn, shape, scaledForm(form, Math.min(size.height, size.width)));
  return pictureSample(drawn, shape, form.hasDarkPaper ?? false);
}

/** The same of what becomes a signal. */
export function drawnSignal(drawn: NumberSeries | DrawnLine, target: DrawingTarget): Float32Array | null {
  const { shape } = target;
  if (imageSize(shape)) return null;
  if ('channels' in drawn) return seriesSample(drawn, shape, target);
  return drawn.line.length === sampleSize(shape) ? drawn.line : null;
}

/** Side of the images that forms are stated for. */
const formSide = 28;

/** The form in images whose shorter side is `side`. */
function scaledForm(form: DrawingForm, side: number): DrawingForm {
  const scale = side / formSide;
  const [min, max] = form.strokeWidth;
  return { ...form, boxSize: scale * form.boxSize, strokeWidth: [scale * min, scale * max] };
}
