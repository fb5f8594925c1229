import { describe, expect, it } from 'vitest';
import { judgeStop, unattendedLimits, watchedLimits, type Stop, type StopCause } from './restart-policy';

const { windowMs } = watchedLimits;
const stop = (cause: StopCause, atMs: number): Stop => ({ cause, atMs });

describe('an engine that stopped', () => {
  it('is started again on the same backend', () => {
    expect(judgeStop([], stop('died', 0))).toEqual({ restart: true, backend: 'same' });
    expect(judgeStop([], stop('context-lost', 0))).toEqual({ restart: true, backend: 'same' });
  });

  it('moves to WebAssembly when the GPU has dropped it twice in a minute', () => {
    const first = stop('context-lost', 0);
    expect(judgeStop([first], stop('context-lost', windowMs - 1)).backend).toBe('wasm');
    expect(judgeStop([first], stop('context-lost', windowMs)).backend).toBe('same');
    expect(judgeStop([first], stop('died', 10)).backend).toBe('same');
  });

  it('moves to WebAssembly at once when the GPU refuses the work, and from there to plain JavaScript', () => {
    expect(judgeStop([], stop('refused', 0), 'webgpu')).toEqual({ restart: true, backend: 'wasm' });
    expect(judgeStop([], stop('refused', 0), 'wasm')).toEqual({ restart: true, backend: 'cpu' });
  });

  it('is left stopped after three restarts in a minute, and only then', () => {
    const three = [0, 1000, 2000].map((atMs) => stop('died', atMs));
    expect(judgeStop(three.slice(1), stop('died', 3000)).restart).toBe(true);
    expect(judgeStop(three, stop('died', 3000)).restart).toBe(false);
    expect(judgeStop(three, stop('died', windowMs)).restart).toBe(true);
  });

  it('is left stopped where nobody watches after two restarts, however far apart', () => {
    const day = 86_400_000;
    const two = [stop('died', 0), stop('died', day)];
    expect(judgeStop(two.slice(1), stop('died', 2 * day), 'wasm', unattendedLimits).restart).toBe(true);
    expect(judgeStop(two, stop('died', 2 * day), 'wasm', unattendedLimits).restart).toBe(false);
  });
});
