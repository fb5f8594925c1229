import { expect, it } from 'vitest';
import type { Advice } from './advice';
import { paced } from './pace';

const advice = (id: string, text = id): Advice => ({ id, sentences: [text], control: null, action: null });
const begin = paced(null, advice('begin'), 0);

it('a line stands for three seconds before another takes its place', () => {
  const still = paced(begin, advice('next'), 2900);
  expect(still).toBe(begin);
  expect(paced(still, advice('next'), 3000).advice.id).toBe('next');
});

it('the same line changes its numbers no more often than every five seconds', () => {
  expect(paced(begin, advice('begin', '0.03'), 4900)).toBe(begin);
  expect(paced(begin, advice('begin', '0.03'), 5000).advice.sentences).toEqual(['0.03']);
  expect(paced(begin, advice('begin'), 60_000)).toBe(begin);
});

it('a paused network is not spoken of with older numbers than those beside the line', () => {
  const still = paced(begin, advice('begin', '0.03'), 400, true);
  expect(still.advice.sentences).toEqual(['0.03']);
  expect(paced(still, advice('next'), 900, true)).toBe(still);
});

it('nobody waits for the line that stood while the network was built, or that was followed', () => {
  const loading = paced(null, advice('loading'), 0);
  expect(paced(loading, advice('begin'), 200).advice.id).toBe('begin');
  const done = { ...begin, mayChange: true };
  const next = paced(done, advice('next'), 200);
  expect(next.advice.id).toBe('next');
  expect(paced(next, advice('third'), 400)).toBe(next);
});

it('a screen reader hears of new advice, not of new numbers, and not more often than every eight seconds', () => {
  expect(begin.announced).toBe('');
  const next = paced(begin, advice('next', 'Now 0.03'), 3000);
  expect(next.announced).toBe('');
  const told = paced(next, advice('next', 'Now 0.02'), 8000);
  expect(told.announced).toBe('Now 0.02');
  const numbers = paced(told, advice('next', 'Now 0.01'), 20_000);
  expect([numbers.advice.sentences, numbers.announced]).toEqual([['Now 0.01'], 'Now 0.02']);
  expect(paced(told, advice('third'), 12_000).announced).toBe('Now 0.02');
  expect(paced(told, advice('third'), 16_000).announced).toBe('third');
});
