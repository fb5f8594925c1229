// Every reconstruction loss, the two that the literature on denoising uses first. Adding one: a file beside this one, a
// line here, its id in core/experiment.ts, and its differentiable form in engine/objective.ts.
import type { LossId } from '../../core/experiment';
import { bce } from './bce';
import type { Loss } from './loss';
import { mae } from './mae';
import { mse } from './mse';

export const losses = { mse, mae, bce } satisfies Record<LossId, Loss>;
