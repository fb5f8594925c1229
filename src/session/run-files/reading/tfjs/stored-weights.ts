// The arrays of a layers model: `weightsManifest` says which bytes of which files are of which weight.
import { z } from '../../../../core/browser/zod';
import { toFloat32 } from '../../../../core/formats/float-types';
import { sampleSize } from '../../../../core/samples/samples';
import { failWith } from '../../run-file-failure';

export interface StoredWeight {
  /** With the layer's name in it: `dense/kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const manifestSchema = z
  .array(
    z.object({
      paths: z.array(z.string()).check(z.maxLength(1000)),
      weights: z
        .array(
          z.looseObject({
            name: z.string(),
            shape: z.array(z.int().check(z.nonnegative())),
            dtype: z.string(),
            quantization: z.optional(z.unknown()),
          }),
        )
        .check(z.maxLength(2000)),
    }),
  )
  .check(z.maxLength(100));

/**
 * @param bytesOf the bytes of a file that is named; rejects where it is not there
 * @throws CodedError<RunFileProblem>
 */
export async function readStoredWeights(
  weightsManifest: unknown,
  bytesOf: (path: string) => Promise<Uint8Array>,
): Promise<StoredWeight[]> {
  const manifest = manifestSchema.safeParse(weightsManifest);
  if (!manifest.success) return failWith({ code: 'run-file.content', place: 'weightsManifest' });
  const stored: StoredWeight[] = [];
  // A file that is named a thousand times would fill the memory a thousand times.
  const named = manifest.data.flatMap(({ paths }) => paths);
  if (new Set(named).size < named.length)
    return failWith({ code: 'run-file.content', place: 'weightsManifest' });
  for (const { paths, weights } of manifest.data) {
    const bytes = joined(await Promise.all(paths.map(bytesOf)));
    let at = 0;
    for (const { name, shape, dtype, quantization } of weights) {
      // Quantised weights are rounded: a network that goes on from them is another one.
      if (dtype !== 'float32' || quantization !== undefined)
        return failWith({ code: 'network.weights', layer: name });
      const end = at + 4 * sampleSize(shape);
      if (end > bytes.length)
        return failWith({ code: 'safetensors.truncated', bytes: bytes.length, expected: end });
      const values = toFloat32(bytes.subarray(at, end), 'F32');
      if (!values.every(Number.isFinite)) return failWith({ code: 'run-file.not-finite', key: name });
      stored.push({ name, shape, values });
      at = end;
    }
    if (at !== bytes.length) return failWith({ code: 'safetensors.data', bytes: bytes.length, expected: at });
  }
  return stored;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
