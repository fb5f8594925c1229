import { describe, expect, it } from 'vitest';
import { createLatestWins } from './latest-wins';

function setUp() {
  const put: string[] = [];
  const answered: string[] = [];
  const settle: ((failed?: boolean) => Promise<void>)[] = [];
  const questions = createLatestWins<string, string>(
    (question) =>
      new Promise((resolve, reject) => {
        put.push(question);
        settle.push(async (failed = false) => {
          if (failed) reject(new Error('gone'));
          else resolve(question.toUpperCase());
          await new Promise((next) => setTimeout(next));
        });
      }),
    (_, answer) => answered.push(answer),
  );
  return { put, answered, settle, questions };
}

describe('questions of which the latest wins', () => {
  it('are put one at a time, and those in between are dropped', async () => {
    const { put, answered, settle, questions } = setUp();
    for (const question of ['a', 'b', 'c', 'd']) questions.ask(question);
    expect(put).toEqual(['a']);
    await settle[0]?.();
    expect(put).toEqual(['a', 'd']);
    await settle[1]?.();
    expect(answered).toEqual(['A', 'D']);
  });

  it('get no answer once they are forgotten', async () => {
    const { answered, settle, questions } = setUp();
    questions.ask('a');
    questions.forget();
    questions.ask('b');
    await settle[0]?.();
    await settle[1]?.();
    expect(answered).toEqual(['B']);
  });

  it('do not get stuck on one that fails', async () => {
    const { answered, settle, questions } = setUp();
    questions.ask('a');
    questions.ask('b');
    await settle[0]?.(true);
    await settle[1]?.();
    expect(answered).toEqual(['B']);
  });
});
