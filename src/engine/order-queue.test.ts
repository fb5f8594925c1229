import { expect, test } from 'vitest';
import { OrderQueue } from './order-queue';

test('orders are carried out in turn, those included that come meanwhile', async () => {
  const queue = new OrderQueue();
  const done: string[] = [];
  queue.add(async () => {
    queue.add(() => void done.push('third'));
    await Promise.resolve();
    done.push('first');
  });
  queue.add(() => void done.push('second'));
  await queue.carryOut();
  expect(done).toEqual(['first', 'second', 'third']);
});

test('an order with an answer answers once it is carried out', async () => {
  const queue = new OrderQueue();
  const answer = queue.answer(() => Promise.resolve(42));
  await queue.carryOut();
  expect(await answer).toBe(42);
});

test('what an order throws is told to who gave it and to who carries it out', async () => {
  const queue = new OrderQueue();
  const answer = queue.answer(() => Promise.reject(new Error('broken')));
  const told = expect(answer).rejects.toThrow('broken');
  await expect(queue.carryOut()).rejects.toThrow('broken');
  await told;
});

test('who sleeps is woken by an order, and does not fall asleep over one', async () => {
  const queue = new OrderQueue();
  const asleep = queue.sleep();
  queue.add(() => undefined);
  await asleep;
  await queue.sleep();
  await queue.carryOut();
  const again = queue.sleep();
  queue.wake();
  await again;
});
