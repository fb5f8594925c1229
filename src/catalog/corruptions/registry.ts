// Every way to spoil an input. Adding one: a file beside this one, a line here, its id in core/experiment.ts.
import type { CorruptionId } from '../../core/experiment';
import { block } from './block';
import type { Corruption } from './corruption';
import { gaussian } from './gaussian';
import { masking } from './masking';
import { none } from './none';
import { saltPepper } from './salt-pepper';

export const corruptions = { none, gaussian, saltPepper, masking, block } satisfies Record<
  CorruptionId,
  Corruption
>;
