// Every corruption, in menu order. To add one: a file here, a line below.
import { block } from './erasing/block';
import type { Corruption } from './corruption';
import { clicks } from './signals/clicks';
import { gaussian } from './gaussian';
import { holes } from './erasing/holes';
import { hum } from './signals/hum';
import { impulses } from './signals/impulses';
import { masking } from './masking';
import { none } from './none';
import { pink } from './signals/pink';
import { saltPepper } from './salt-pepper';
import { side } from './erasing/side';
import { spectral } from './spectrum/spectral';

export const corruptions = {
  none,
  gaussian,
  saltPepper,
  masking,
  block,
  side,
  holes,
  impulses,
  pink,
  hum,
  clicks,
  spectral,
} satisfies Record<string, Corruption>;
