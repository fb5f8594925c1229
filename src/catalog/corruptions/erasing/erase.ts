// `apply` of a corruption that is all said by its mask: missing pixels are set to the neutral value in all their channels.
import { gridOf, neutralValue, pixelCount } from '../../../core/inpainting/mask';
import type { Corruption } from '../corruption';

export function eraseBy(mask: NonNullable<Corruption['mask']>): Corruption['apply'] {
  return (clean, noisy, offset, shape, level, place) => {
    const missing = new Uint8Array(pixelCount(shape));
    mask(missing, shape, level, place);
    const { channels } = gridOf(shape);
    const neutral = neutralValue(shape);
    for (let pixel = 0, at = offset; pixel < missing.length; pixel++) {
      for (let channel = 0; channel < channels; channel++, at++) {
        noisy[at] = missing[pixel] === 1 ? neutral : (clean[at] ?? 0);
      }
    }
  };
}
