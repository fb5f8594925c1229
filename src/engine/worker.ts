// The worker's entry: the engine behind comlink. Events transfer their buffers instead of copying them.
import { expose, transfer } from 'comlink';
import type { BackendReport } from '../core/engine-api/backend';
import type { TrainingEvent } from '../core/engine-api/events';
import type { EngineOptions } from '../core/engine-api/running';
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
