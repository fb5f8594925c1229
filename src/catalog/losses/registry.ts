// Every reconstruction loss, the two most used for denoising first. To add one: a file here, a line below.
import { bce } from './bce';
import type { Loss } from './loss';
import { mae } from './mae';
import { mse } from './mse';

export const losses = { mse, mae, bce } satisfies Record<string, Loss>;
