// The look of each kind of sample. A new kind: a folder, and a line here.
import { sampleKind, type SampleKind } from '../../core/samples/sample-kind';
import type { SampleShape } from '../../core/samples/samples';
import { imageLook } from './image/image-look';
import type { SampleLook } from './sample-look';
import { signalLook } from './signal/signal-look';

/** @param isSingle whether a sample is shown by itself, larger than among others */
type MakeLook = (shape: SampleShape, isSingle: boolean) => SampleLook;

const looks: Readonly<Record<SampleKind, MakeLook>> = {
  image: ([height = 1, width = 1, channels = 1]) => imageLook({ height, width, channels }),
  signal: ([length = 1, channels = 1], isSingle) => signalLook({ length, channels }, isSingle),
};

/** How samples of this shape look among others. */
export function sampleLook(shape: SampleShape): SampleLook {
  return looks[sampleKind(shape)](shape, false);
}

/** How one such sample looks by itself. */
export function singleLook(shape: SampleShape): SampleLook {
  return looks[sampleKind(shape)](shape, true);
}

/** Width of a sample's picture over its height. */
export function sampleAspect(shape: SampleShape): number {
  const { width, height } = sampleLook(shape);
  return width / height;
}
