// What the cards show: taken from a trained run of each preset by `scripts/presets/draw-pictures.mjs`. Never inlined into a script: the
// page's policy for images does not allow that, and a picture is fetched only when it is seen.
import type { PresetId } from '../../catalog/presets/registry';
import asGoodAsPca from './pictures/as-good-as-pca.webp?no-inline';
import heartbeats from './pictures/heartbeats.webp?no-inline';
import invent from './pictures/invent.webp?no-inline';
import noise from './pictures/noise.webp?no-inline';
import patches from './pictures/patches.webp?no-inline';
import silent from './pictures/silent.webp?no-inline';
import sketches from './pictures/sketches.webp?no-inline';
import twoNumbers from './pictures/two-numbers.webp?no-inline';

export const pictures: Readonly<Record<PresetId, string>> = {
  'two-numbers': twoNumbers,
  noise,
  invent,
  'as-good-as-pca': asGoodAsPca,
  silent,
  patches,
  heartbeats,
  sketches,
};
