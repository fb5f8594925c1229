import { expect, it } from 'vitest';
import type { ApplicationPorts } from './applications';
import { createTestSession } from './testing/test-session';

it('a room is made once, with what the session has, when it is first opened', () => {
  const { session } = createTestSession();
  const made: ApplicationPorts[] = [];
  const create = (ports: ApplicationPorts) => {
    made.push(ports);
    return { name: 'room', dispose: () => undefined };
  };
  expect(made).toEqual([]);
  const room = session.applications.open(create);
  expect(session.applications.open(create)).toBe(room);
  expect(made).toHaveLength(1);
  expect(made[0]?.mainRun).toBe(session.run);
  expect(session.applications.open(() => ({ dispose: () => undefined }))).not.toBe(room);
});

it('the session knows whether a room trains, and ends it', () => {
  const { session } = createTestSession();
  let isTraining = true;
  session.applications.open(() => ({ isTraining: () => isTraining, dispose: () => (isTraining = false) }));
  expect(session.applications.isTraining()).toBe(true);
  session.dispose();
  expect(session.applications.isTraining()).toBe(false);
});
