import { CodedError } from '../../core/failure';
import type { ImportFailure } from '../../core/import/import-failure';

export function fail(failure: ImportFailure, cause?: unknown): never {
  throw new CodedError<ImportFailure>(failure, { cause });
}
