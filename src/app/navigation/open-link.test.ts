import { expect, it } from 'vitest';
import { createTestSession } from '../../session/testing/test-session';
import { tellProblems } from './open-link';

const told = (count: number) => {
  const { session } = createTestSession();
  tellProblems(
    session,
    Array.from({ length: count }, (_, index) => `Problem ${index + 1}.`),
  );
  return session.notices.store.getState()[0];
};

it('tells every problem of a link, up to a few', () => {
  expect(told(0)).toBeUndefined();
  expect(told(1)).toMatchObject({
    message: expect.stringContaining('One thing') as string,
    detail: 'Problem 1.',
  });
  expect(told(7)?.detail).toMatch(/^Problem 1\..* Problem 7\.$/);
});

it('keeps the notice short, however much is wrong with the link', () => {
  expect(told(80)).toMatchObject({
    message: '80 things in this link were changed.',
    detail: 'Problem 1. Problem 2. Problem 3. Problem 4. Problem 5. Problem 6. And 74 more.',
  });
});
