import { describe, expect, it } from 'vitest';
import { evaluationEvent } from '../testing/fake-engine';
import { newestEvaluation } from './newest-evaluation';

describe('the newest measurement', () => {
  const measured = (step: number, scope: 'all' | 'subset') => ({
    evaluation: evaluationEvent('1', { step, scope }),
    outdated: false,
  });

  it('is of the subset while the whole test set was measured longer ago, else of the whole', () => {
    const newest = (all: number | null, subset: number | null) =>
      newestEvaluation({
        testAll: all === null ? null : measured(all, 'all'),
        testSubset: subset === null ? null : measured(subset, 'subset'),
      });
    expect(newest(0, 40)).toMatchObject({ step: 40, scope: 'subset' });
    expect(newest(40, 40)).toMatchObject({ step: 40, scope: 'all' });
    expect(newest(40, null)).toMatchObject({ step: 40, scope: 'all' });
    expect(newest(null, null)).toBeNull();
  });
});
