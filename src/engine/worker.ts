// The worker's entry: the engine behind comlink. Events go out with their buffers handed over, not copied.
import { expose, transfer } from 'comlink';
import type { BackendReport, EngineOptions, TrainingEvent } from '../core/engine-api';
import { Engine } from './engine';
import { transferables } from './transfer';

class WorkerEngine extends Engine {
  override open(options: EngineOptions, onEvent: (event: TrainingEvent) => void): Promise<BackendReport> {
    return super.open(options, (event) => {
      onEvent(transfer(event, transferables(event)));
    });
  }
}

expose(new WorkerEngine());
