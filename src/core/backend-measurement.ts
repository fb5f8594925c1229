// How fast each backend was found to train here. The engine measures, the page keeps it for the next visit.
import { z } from 'zod';

export const backendNames = ['webgl', 'webgpu', 'wasm', 'cpu'] as const;

/** How people know the backends. */
export const backendTitles: Readonly<Record<(typeof backendNames)[number], string>> = {
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'CPU',
};

const measurementSchema = z.object({
  /** What it was measured with: the version, the graphics cards, what the browser can do. It says nothing of anything else. */
  of: z.string(),
  /** Milliseconds a training step of the default network took; null: did not start, or was given up. */
  stepMs: z.partialRecord(z.enum(backendNames), z.number().positive().nullable()),
});

export type BackendMeasurement = z.infer<typeof measurementSchema>;

/** What `JSON.stringify` once made of a measurement; null where the text is anything else. */
export function parseMeasurement(text: string): BackendMeasurement | null {
  try {
    return measurementSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
