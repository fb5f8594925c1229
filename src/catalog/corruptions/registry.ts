// Every corruption, in menu order. To add one: a file here, a line below.
import { block } from './block';
import type { Corruption } from './corruption';
import { gaussian } from './gaussian';
import { masking } from './masking';
import { none } from './none';
import { saltPepper } from './salt-pepper';

export const corruptions = { none, gaussian, saltPepper, masking, block } satisfies Record<
  string,
  Corruption
>;
