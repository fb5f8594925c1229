// The backend of a measurement, as stored in the results.
import type { BackendReport } from '../../src/core/engine-api/backend';

/** `wasm: note.wasm {"simd":true,"renderer":null}, note.wasm-kernels …` */
export function backendText({ name, notes }: Pick<BackendReport, 'name' | 'notes'>): string {
  return `${name}: ${notes.map(({ code, ...details }) => `${code} ${JSON.stringify(details)}`).join(', ')}`;
}
