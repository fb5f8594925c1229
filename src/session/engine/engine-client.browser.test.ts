// Against the real worker: what a link that has ended still holds on to.
import { expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { defaultExperiment } from '../../core/experiment/experiment';
import { openEngine } from './engine-client';

/** Part of the DevTools protocol; the types of the provider do not name it. */
interface Devtools {
  send(method: 'HeapProfiler.collectGarbage'): Promise<unknown>;
}

/** Opens an engine, asks it something that it never answers, and ends it. Returns what its listener held. */
async function openAndEnd(): Promise<WeakRef<object>> {
  const held = { checkpoint: new Float32Array(1_000_000) };
  const touch = () => held.checkpoint.fill(0);
  const link = openEngine('wasm', { onEvent: touch, onDeath: touch }, 'unwanted');
  await link.opened;
  link.calls.build('1', defaultExperiment, null).then(touch, touch);
  link.dispose();
  return new WeakRef(held);
}

it('lets go of its listeners, and of questions without an answer, when it is ended', async () => {
  const held = await openAndEnd();
  const devtools = cdp() as unknown as Devtools;
  const isGone = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return held.deref() === undefined;
  };
  await expect.poll(isGone, { timeout: 20_000, interval: 500 }).toBe(true);
});
