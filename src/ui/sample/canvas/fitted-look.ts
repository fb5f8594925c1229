// Pictures that are no pixels of the data are painted at the resolution of the screen, wherever they stand.
import { useCallback, useMemo, useRef, type RefCallback, type RefObject } from 'react';
import { useElementSize } from '../../element-size';
import type { SampleGrid } from '../paint-samples';
import type { SampleLook } from '../sample-look';
import { screenDensity } from '../../screen-density';

/** Of one sample, in device pixels; more than any screen shows of one. */
const widest = 2048;

const unmeasured = { width: 0, height: 0 };

interface Fitted {
  /** Goes on the canvas. */
  readonly attach: RefCallback<HTMLCanvasElement>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly look: SampleLook;
}

/** The look at the size that its canvas has on the screen, once that is known. */
export function useFittedLook(given: SampleLook, { columns, rows }: SampleGrid): Fitted {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [measure, size] = useElementSize(unmeasured);
  const isFitted = given.fitted !== undefined;
  const attach = useCallback(
    (element: HTMLCanvasElement | null) => {
      canvas.current = element;
      return isFitted ? measure(element) : undefined;
    },
    [isFitted, measure],
  );
  const look = useMemo(() => {
    if (!given.fitted || size === unmeasured) return given;
    const density = screenDensity();
    const pixels = (length: number, count: number) =>
      Math.min(widest, Math.max(1, Math.round((length * density) / count)));
    return given.fitted({ width: pixels(size.width, columns), height: pixels(size.height, rows) }, density);
  }, [given, size, columns, rows]);
  return { attach, canvas, look };
}
