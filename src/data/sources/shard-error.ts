// A file of a data set that is not usable, as an error.
import { CodedError } from '../../core/failure';
import type { DataFailure } from '../../core/samples/data-failure';

/** Carries which file it is and why; a data failure is the only kind it can hold. */
export class ShardError extends CodedError<DataFailure> {}
