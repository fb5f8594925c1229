import { expect, test } from 'vitest';
import { CommandQueue } from './command-queue';

test('commands run in order, including those added meanwhile', async () => {
  const queue = new CommandQueue();
  const done: string[] = [];
  queue.add(async () => {
    queue.add(() => void done.push('third'));
    await Promise.resolve();
    done.push('first');
  });
  queue.add(() => void done.push('second'));
  await queue.runAll();
  expect(done).toEqual(['first', 'second', 'third']);
});

test('a query resolves once its command has run', async () => {
  const queue = new CommandQueue();
  const answer = queue.answer(() => Promise.resolve(42));
  await queue.runAll();
  expect(await answer).toBe(42);
});

test('an error in a command reaches both its caller and the loop that runs it', async () => {
  const queue = new CommandQueue();
  const answer = queue.answer(() => Promise.reject(new Error('broken')));
  const rejection = expect(answer).rejects.toThrow('broken');
  await expect(queue.runAll()).rejects.toThrow('broken');
  await rejection;
});

test('a command wakes a sleeping loop, and a pending command keeps it awake', async () => {
  const queue = new CommandQueue();
  const asleep = queue.sleep();
  queue.add(() => undefined);
  await asleep;
  await queue.sleep();
  await queue.runAll();
  const again = queue.sleep();
  queue.wake();
  await again;
});
