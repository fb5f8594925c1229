// A JSON file that is chosen or in an archive: its size is limited, and no key stands in it twice.
import { duplicateKey } from '../../../core/formats/json-keys';
import { fail } from '../run-file-failure';
import { mostBytes as mostFileBytes } from '../zip/read-zip';

/** A text that states more than this is no run: its longest parts are curves of 600 points. */
const mostBytes = 32e6;

/**
 * @param entry the file in the archive `file`; null: `file` itself
 * @throws RunFileError
 */
export async function readJson(file: string, entry: string | null, blob: Blob): Promise<unknown> {
  const { size } = blob;
  if (size > mostBytes)
    return fail(file, entry, { code: 'run-file.too-large', bytes: size, most: mostBytes });
  const text = new TextDecoder().decode(await bytesOf(file, blob));
  const json = parsed(text);
  if (json === undefined) return fail(file, entry, { code: 'run-file.content', place: '' });
  const doubled = duplicateKey(text);
  return doubled === null ? json : fail(file, entry, { code: 'run-file.content', place: doubled });
}

/** @throws RunFileError where the blob is larger than any run, or its file was changed or removed */
export async function bytesOf(file: string, blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const { size } = blob;
  if (size > mostFileBytes)
    return fail(file, null, { code: 'run-file.too-large', bytes: size, most: mostFileBytes });
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    return fail(file, null, { code: 'run-file.unreadable' }, error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
