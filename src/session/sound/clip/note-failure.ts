// Why the piano notes cannot be heard, from what became of loading them.
import { t } from '@lingui/core/macro';
import { codedFailureOf, CodedError } from '../../../core/failure';
import type { SoundFailure } from '../sound';

/** @param error null where the note is not among those that were loaded */
export function noteFailure(error: unknown): CodedError<SoundFailure> {
  const found = codedFailureOf(error);
  const file =
    found !== null && 'file' in found && typeof found.file === 'string' ? found.file : t`The piano note`;
  const code = found?.code === 'data.not-decodable' ? 'sound.not-decoded' : 'sound.not-loaded';
  return new CodedError<SoundFailure>({ code, file }, { cause: error });
}
