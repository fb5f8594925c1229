// Every sparsity penalty, in menu order. To add one: a file here, a line below; if it reads the target activation or needs a
// certain code activation, core/experiment/rules.ts has to know.
import { kl } from './kl';
import { l1 } from './l1';
import { none } from './none';
import type { SparsityPenalty } from './penalty';

export const sparsityPenalties = { none, l1, kl } satisfies Record<string, SparsityPenalty>;
