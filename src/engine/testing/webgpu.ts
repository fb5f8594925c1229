// Detects WebGPU in the test browser. Tests that need it are skipped elsewhere, with the reason in their names.
import { probeWebgpu } from '../backends/webgpu';

const { adapter: found, whyNoWebgpu } = await probeWebgpu(() => undefined, 5000);

export const adapter = found;

/** Suffix for the name of such a test. */
export const skipReason = found ? '' : ` (skipped: ${whyNoWebgpu?.code})`;
