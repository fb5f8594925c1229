// The rivals on 1,000 random test digits, fitted to all 60,000 training digits: errors inside the hole, as measured elsewhere.
import { beforeAll, describe, expect, test } from 'vitest';
import { allOf } from '../../core/experiment/trained-on';
import type { RivalId, TestHoles } from '../../core/inpainting/inpainting-api';
import { Analysis } from '../analysis';

const analysis = new Analysis();
const quiet = () => undefined;

beforeAll(() => {
  void analysis.open({ baseUrl: new URL('/', location.href).href, lifeLock: 'test-holes' });
});

const known: readonly [TestHoles['kind'] & ('block' | 'right-half'), Partial<Record<RivalId, number>>][] = [
  ['block', { mean: 0.1195, ppca: 0.0686, linear: 0.0619, neighbours: 0.0565 }],
  ['right-half', { mean: 0.0712, linear: 0.0442, neighbours: 0.0375 }],
];

describe.each(known)('with the hole %s', (kind, expected) => {
  test('each rival is within 5 % of its known error', { timeout: 300_000 }, async () => {
    const startedMs = performance.now();
    const errors = await analysis.holeErrors(allOf('mnist'), { kind }, quiet);
    console.info(kind, JSON.stringify(errors?.mse), `${Math.round(performance.now() - startedMs)} ms`);
    expect(errors?.count).toBe(1000);
    for (const [id, mse] of Object.entries(expected)) {
      expect(Math.abs((errors?.mse[id as RivalId] ?? NaN) / mse - 1), id).toBeLessThan(0.05);
    }
  });
});

test('one damaged digit is answered by all of them', { timeout: 300_000 }, async () => {
  const sample = new Float32Array(784).fill(0.5);
  const mask = Uint8Array.from({ length: 784 }, (_, at) => Number(at % 28 >= 14));
  const question = { trainedOn: allOf('mnist'), sample, mask };
  await analysis.fillHole(question, quiet);
  const startedMs = performance.now();
  const fillings = await analysis.fillHole(question, quiet);
  console.info(`one sample: ${Math.round(performance.now() - startedMs)} ms`);
  for (const filling of Object.values(fillings)) expect(filling?.holeMse).toBeGreaterThan(0);
});
