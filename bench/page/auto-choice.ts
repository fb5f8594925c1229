// The worker that asks the engine which backend it chooses by itself on this machine.
import { expose } from 'comlink';
import { probeCapabilities, startBackend } from '../../src/engine/backends/choice/backend';

const chooser = {
  /** What `auto` chose, its reason, and the ms a step that it measured, if it had a choice. */
  async choose() {
    const { name, reason, notes } = await startBackend(
      'auto',
      await probeCapabilities(() => undefined, 'auto'),
    );
    return { name, reason, notes };
  },
};

export type Chooser = typeof chooser;

expose(chooser);
