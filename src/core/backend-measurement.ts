// How fast each backend trains on this machine. The engine measures; the page keeps the result for the next visit.
import { z } from './browser/zod';

export const backendNames = ['webgl', 'webgpu', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

/** Display names of the backends. */
export const backendTitles: Readonly<Record<BackendName, string>> = {
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'CPU',
};

const measurementSchema = z.object({
  /** Fingerprint of the setup it was measured on: version, graphics cards, browser features. Valid for that setup only. */
  of: z.string(),
  /** Milliseconds per training step of the default network; null if the backend did not start or was too slow to finish. */
  stepMs: z.partialRecord(z.enum(backendNames), z.nullable(z.number().check(z.positive()))),
});

export type BackendMeasurement = z.infer<typeof measurementSchema>;

/** Parses the JSON of a measurement; null for any other text. */
export function parseMeasurement(text: string): BackendMeasurement | null {
  try {
    return measurementSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
