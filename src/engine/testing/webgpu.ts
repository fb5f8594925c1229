// Whether the browser of the tests has WebGPU. Tests that need it are skipped elsewhere, and their names say why.
import { probeWebgpu } from '../backends/webgpu';

const { adapter: found, whyNoWebgpu } = await probeWebgpu(() => undefined, 5000);

export const adapter = found;

/** For the end of such a test's name. */
export const skipReason = found ? '' : ` (skipped: ${whyNoWebgpu})`;
