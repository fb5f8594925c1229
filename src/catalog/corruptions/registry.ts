// Every corruption, in menu order. To add one: a file here, a line below.
import { block } from './erasing/block';
import type { Corruption } from './corruption';
import { gaussian } from './gaussian';
import { holes } from './erasing/holes';
import { masking } from './masking';
import { none } from './none';
import { saltPepper } from './salt-pepper';
import { side } from './erasing/side';

export const corruptions = {
  none,
  gaussian,
  saltPepper,
  masking,
  block,
  side,
  holes,
} satisfies Record<string, Corruption>;
