// The engine's way to its backend: starts one, finds what there was no time for at the start, and hears what goes wrong.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendChoice, BackendName, BackendReport, MeasurementWish } from '../core/engine-api';
import { probeCapabilities, startBackend } from './backend';
import { availableBackends } from './backend-choice';
import { errorOf } from './backends/lost';
import type { Fault } from './backends/starter';

export interface EngineBackendListeners {
  /** Told what is being measured, in a sentence for the status line. */
  onMeasuring: (message: string) => void;
  /** The running backend is of no more use. */
  onFault: (error: Error) => void;
}

export class EngineBackend {
  readonly #listeners: EngineBackendListeners;
  /** Backends are being tried: one that fails then is not taken. */
  #starting = false;
  /** Those that were reported. */
  #available: readonly BackendName[] = [];
  #foundAll = false;

  constructor(listeners: EngineBackendListeners) {
    this.#listeners = listeners;
  }

  /** @param measurement what `auto` goes by instead of measuring */
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

  /** All backends that this browser can run; null when there are none but those reported. */
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
