import { describe, expect, it } from 'vitest';
import { CodedError } from '../../core/failure';
import { importFailureOf } from '../../core/import/import-failure';
import { expectConsistent } from './testing/check-parsed';
import { createDice, mutate } from './testing/mutate';
import { parse } from './testing/parse';
import { validFiles, type MakeFiles } from './testing/valid-files';

const mutations = 1000;
const longestMs = 10_000;
/** The files have a few hundred bytes each. */
const mostBytes = 64 * 2 ** 20;

type Damage = Parameters<MakeFiles>[0];

/** Parses the files; what comes out is consistent, or a failure with a code of imports. Gives the code, or `parsed`. */
async function outcomeOf(make: MakeFiles, damage: Damage): Promise<string> {
  const files = make(damage).map(({ path, bytes }) => ({ path, blob: new Blob([bytes]) }));
  try {
    expectConsistent(await parse(files));
    return 'parsed';
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const failure = importFailureOf(error);
    expect(failure).not.toBeNull();
    return failure?.code ?? '';
  }
}

describe('Any bytes', () => {
  const makers = Object.entries(validFiles);

  it.each(makers)('are parsed when they are valid: %s', async (_, make) => {
    expect(await outcomeOf(make, (bytes) => Uint8Array.from(bytes))).toBe('parsed');
  });

  it('are parsed or refused, and never anything else', async () => {
    const outcomes = new Map<string, number>();
    let slowestMs = 0;
    let most = 0;
    for (let seed = 0; seed < mutations; seed++) {
      const [name, make] = makers[seed % makers.length] ?? ['', () => []];
      const dice = createDice(seed);
      // One file of a set is damaged at a time, most of the time.
      const damage: Damage = (bytes) =>
        dice.next() < 0.7 ? mutate(Uint8Array.from(bytes), dice) : Uint8Array.from(bytes);
      const before = process.memoryUsage().arrayBuffers;
      const start = performance.now();
      const outcome = await outcomeOf(make, damage).catch((error: unknown) => {
        throw new Error(`seed ${seed}, ${name}`, { cause: error });
      });
      slowestMs = Math.max(slowestMs, performance.now() - start);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(slowestMs).toBeLessThan(longestMs);
    expect(most).toBeLessThan(mostBytes);
    // The damage is neither so small that all of it passes nor so great that all of it stops at the first check.
    expect(outcomes.get('parsed')).toBeGreaterThan(mutations / 10);
    expect(outcomes.size).toBeGreaterThan(12);
  }, 60_000);
});
