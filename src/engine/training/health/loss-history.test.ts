import { describe, expect, test } from 'vitest';
import { LossHistory } from './loss-history';

/** Adds losses of one level, plus or minus 5 %; the index at which the network counts as ruined, or -1. */
function add(history: LossHistory, loss: number, count: number): number {
  for (let i = 0; i < count; i++) if (history.add(loss * (1 + 0.05 * Math.sin(i)))) return i;
  return -1;
}

/** A run from untrained weights whose loss fell from 0.23 to 0.012. */
function trained(): LossHistory {
  const history = new LossHistory(true);
  for (let step = 0; step < 300; step++) history.add(0.012 + 0.218 * 0.97 ** step);
  return history;
}

describe('weights are worth rolling back to', () => {
  test('only with evidence: one step proves nothing', () => {
    const history = new LossHistory(true);
    expect(history.isGood).toBe(false);
    history.add(0.23);
    expect(history.isGood).toBe(false);
    add(history, 0.15, 18);
    expect(history.isGood).toBe(false);
    add(history, 0.15, 1);
    expect(history.isGood).toBe(true);
  });

  test('while the loss is near the best so far, not after it has doubled', () => {
    const history = trained();
    add(history, 0.016, 30);
    expect(history.isGood).toBe(true);
    add(history, 0.025, 30);
    expect(history.isGood).toBe(false);
    add(history, 0.013, 30);
    expect(history.isGood).toBe(true);
  });

  test('not when they are worse than untrained weights, even if nothing was ever better', () => {
    const history = new LossHistory(true);
    history.add(0.23);
    add(history, 0.27, 40);
    expect(history.isGood).toBe(false);
  });

  test('in a continued run, judged by its first losses', () => {
    const history = new LossHistory(false);
    add(history, 0.012, 20);
    expect(history.isGood).toBe(true);
  });
});

describe('a network is ruined', () => {
  test('when a finite loss stays far above the best, as in the log of a variational network at a learning rate of 1', () => {
    const history = new LossHistory(true);
    expect(history.add(545)).toBe(false);
    expect(add(history, 7.7e10, 49)).toBe(-1);
    expect(history.add(7.7e10)).toBe(true);
  });

  test('when the loss is far above the untrained loss, though a sigmoid keeps it below 1', () => {
    const history = new LossHistory(true);
    history.add(0.23);
    expect(add(history, 0.85, 100)).toBe(49);
  });

  test('when a trained network has lost everything again, also in a continued run', () => {
    expect(add(trained(), 0.2, 100)).toBe(49);
    const resumed = new LossHistory(false);
    add(resumed, 0.012, 100);
    expect(add(resumed, 0.2, 100)).toBe(49);
  });

  test('not by transient spikes, however high', () => {
    const history = trained();
    for (let spike = 0; spike < 10; spike++) {
      expect(add(history, 50, 30)).toBe(-1);
      expect(add(history, 0.012, 5)).toBe(-1);
    }
  });

  test('not by a loss of three times the best, which is normal at a large learning rate', () => {
    expect(add(trained(), 0.036, 1000)).toBe(-1);
  });

  test('not when the loss is almost 0, where a hundred times the best is still negligible', () => {
    const history = new LossHistory(true);
    add(history, 0.2, 20);
    add(history, 1e-7, 40);
    expect(add(history, 1e-5, 200)).toBe(-1);
  });
});

describe('training reaches a plateau', () => {
  test('after 200 steps without a better mean, and again 200 steps after a check', () => {
    const history = new LossHistory(true);
    add(history, 0.1, 20);
    add(history, 0.1, 198);
    expect(history.hasPlateaued).toBe(false);
    add(history, 0.1, 20);
    expect(history.hasPlateaued).toBe(true);
    history.restartPlateauCount();
    add(history, 0.1, 199);
    expect(history.hasPlateaued).toBe(false);
    add(history, 0.1, 1);
    expect(history.hasPlateaued).toBe(true);
  });

  test('not while it learns, however slowly', () => {
    const history = new LossHistory(true);
    for (let step = 0; step < 2000; step++) {
      history.add(0.1 * 0.9998 ** step);
      expect(history.hasPlateaued).toBe(false);
    }
  });
});

describe('earlier losses', () => {
  test('remain the best after a rollback, which needs new evidence', () => {
    const history = trained();
    add(history, 0.2, 60);
    history.resume();
    expect(history.isGood).toBe(false);
    expect(add(history, 0.2, 100)).toBe(49);
  });

  test('no longer count after a restart: another loss has another scale', () => {
    const history = trained();
    history.restart(false);
    expect(add(history, 95, 100)).toBe(-1);
    expect(history.isGood).toBe(true);
  });
});
