// The worker's entry: the engine behind comlink. Events transfer their buffers instead of copying them.
import { expose, transfer } from 'comlink';
import type { BackendReport } from '../core/engine-api/backend';
import type { EngineApi } from '../core/engine-api/running';
import { Engine } from './engine';
import { transferables } from './transfer';

class WorkerEngine extends Engine {
  override open(...[options, onEvent, askPage]: Parameters<EngineApi['open']>): Promise<BackendReport> {
    const send: typeof onEvent = (event) => onEvent(transfer(event, transferables(event)));
    return super.open(options, send, askPage);
  }
}

const engine = new WorkerEngine();
expose(engine);
// The page's own script may still be loading.
void engine.prepare();
