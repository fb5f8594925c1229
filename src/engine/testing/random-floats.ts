// Random input for kernel tests.
import { uniform } from '../../core/random';

/** Numbers in [-1, 1), the same for the same salt. */
export function randomFloats(count: number, salt: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => 2 * uniform(1, 0x746573, salt, i) - 1);
}
