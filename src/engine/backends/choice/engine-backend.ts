// The engine's backend: starts it, later probes the backends that start-up skipped, and reports faults.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../../core/backend-measurement';
import type { BackendChoice, BackendReport, MeasurementWish } from '../../../core/engine-api/backend';
import { prepareWasm } from '../wasm';
import { probeCapabilities, startBackend } from './backend';
import { availableBackends, seriousCandidates } from './backend-choice';
import { errorOf } from '../lost';
import type { Fault } from '../starter';

export interface EngineBackendListeners {
  /** Called with each backend before it is measured. */
  onMeasuring: (backend: BackendName) => void;
  /** Called when the current backend has become unusable. */
  onFault: (error: Error) => void;
}

export class EngineBackend {
  readonly #listeners: EngineBackendListeners;
  /** Whether backends are being tried; a fault then only rules out that backend. */
  #starting = false;
  /** The backends reported so far. */
  #available: readonly BackendName[] = [];
  #foundAll = false;

  constructor(listeners: EngineBackendListeners) {
    this.#listeners = listeners;
  }

  /**
   * Loads the code of WebAssembly where nothing else is in question: without a graphics card. Never rejects; a start loads what is
   * missing.
   */
  async prepare(): Promise<void> {
    try {
      const [candidate, ...others] = seriousCandidates(await probeCapabilities(this.#onFault, 'wasm'));
      if (candidate === 'wasm' && others.length === 0) await prepareWasm();
    } catch {
      // Offline, perhaps: the start says so.
    }
  }

  /** @param measurement for `auto` to use instead of measuring */
  async start(choice: BackendChoice, measurement?: MeasurementWish): Promise<BackendReport> {
    this.#starting = true;
    try {
      const capabilities = await probeCapabilities(this.#onFault, choice);
      const { onMeasuring } = this.#listeners;
      const report = await startBackend(choice, capabilities, {
        onMeasuring,
        ...(measurement && { measurement }),
      });
      this.#available = report.available;
      return report;
    } finally {
      this.#starting = false;
    }
  }

  /** All backends that this browser can run; null when all of them have been reported already. */
  async findAll(): Promise<readonly BackendName[] | null> {
    if (this.#foundAll) return null;
    this.#foundAll = true;
    const available = availableBackends(await probeCapabilities(this.#onFault));
    return available.every((name) => this.#available.includes(name)) ? null : available;
  }

  readonly #onFault = (fault: Fault): void => {
    if (!this.#starting && tf.getBackend() === fault.backend) this.#listeners.onFault(errorOf(fault));
  };
}
