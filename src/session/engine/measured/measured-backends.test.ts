import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackendMeasurement } from '../../../core/backend-measurement';
import type { BackendReport } from '../../../core/engine-api/backend';
import { fakeBackend, type FakeEngine } from '../../testing/fake-engine';
import { createTestSession, settle } from '../../testing/test-session';

const measured: BackendMeasurement = { of: 'this machine', stepMs: { wasm: 4.4, webgl: 6.1, webgpu: null } };

/** What a browser keeps from visit to visit. */
let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A visit to the page. */
async function visit(report: BackendReport = { ...fakeBackend, measured }): Promise<{
  engine: FakeEngine;
  chooseBackend: (choice: 'auto' | 'cpu') => Promise<void>;
}> {
  const { session, engine } = createTestSession();
  engine.reportFromNow(report);
  session.start();
  await settle();
  return { engine, chooseBackend: session.engine.choose };
}

describe('what auto has measured', () => {
  it('is handed to the engine of the next visit', async () => {
    const first = await visit();
    expect(first.engine.measurements).toEqual([null]);
    const second = await visit();
    expect(second.engine.measurements).toEqual([measured]);
  });

  it('is forgotten when auto is chosen anew, and what it measures then is kept', async () => {
    const { engine, chooseBackend } = await visit();
    await chooseBackend('cpu');
    expect((await visit()).engine.measurements).toEqual([measured]);
    engine.reportFromNow({ ...fakeBackend, measured: null });
    await chooseBackend('auto');
    expect((await visit()).engine.measurements).toEqual([null]);
    const again: BackendMeasurement = { of: 'this machine', stepMs: { wasm: 9 } };
    const third = await visit({ ...fakeBackend, measured: again });
    await third.chooseBackend('cpu');
    await third.chooseBackend('auto');
    expect((await visit()).engine.measurements).toEqual([again]);
  });

  it('is not measured by an engine that is started after one that stopped: that may have been why', async () => {
    const { engine } = await visit({ ...fakeBackend, measured: null });
    engine.die();
    await settle();
    expect(engine.measurements).toEqual([null, 'unwanted']);
  });

  it.each(['', 'no JSON', '{}', '{"of":"x","stepMs":{"wasm":"fast"}}', '{"of":"x","stepMs":{"abacus":3}}'])(
    'is measured again where %o was kept',
    async (text) => {
      await visit();
      for (const key of kept.keys()) kept.set(key, text);
      expect((await visit()).engine.measurements).toEqual([null]);
    },
  );

  it('is measured at every visit where storage is denied', async () => {
    vi.stubGlobal('localStorage', undefined);
    await visit();
    expect((await visit()).engine.measurements).toEqual([null]);
  });
});
