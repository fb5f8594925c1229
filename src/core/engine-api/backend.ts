// What the page and the worker say about backends.
import type { BackendMeasurement, BackendName } from '../backend-measurement';
import type { BackendNote, BackendReason } from './messages';

export type BackendChoice = 'auto' | BackendName;

/** Which backend runs, and why. */
export interface BackendReport {
  name: BackendName;
  choice: BackendChoice;
  /** Why this one; the page shows it beside the name. */
  reason: BackendReason;
  /** What else is worth knowing: the renderer's name, which kernels are in use. */
  notes: readonly BackendNote[];
  /** Whether WebGL is rendered in software, not by a graphics card; the page then draws without WebGL. */
  softwareGraphics: boolean;
  /** Backends known so far to run in this browser; see `BackendsFound`. */
  available: readonly BackendName[];
  /** The measurement behind `auto`, for the page to keep and hand to the next engine; null when nothing was measured. */
  measured: BackendMeasurement | null;
}

/** The measurement `auto` decides by: one from an earlier visit, if it is of this machine. `unwanted`: do not measure. */
export type MeasurementWish = BackendMeasurement | 'unwanted';

/** The backends that this browser can run, sent when one is found after the engine has opened. */
export interface BackendsFound {
  type: 'backends-found';
  available: readonly BackendName[];
}
