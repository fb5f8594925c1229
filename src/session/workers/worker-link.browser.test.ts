// Against real workers: what the page learns of their end.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../core/failure';
import { linkWorker, type WorkerLink } from './worker-link';

interface Lived {
  hold: (lock: string) => Promise<void>;
  end: () => void;
}

/** Speaks comlink's wire format: `hold` takes the lock and answers, `end` closes the worker without a word. */
const script = `
  onmessage = ({ data: { id, path, argumentList } }) => {
    if (path?.[0] === 'end') close();
    else if (path) navigator.locks.request(argumentList[0].value, () => {
      postMessage({ id, type: 'RAW', value: undefined });
      return new Promise(() => {});
    });
  };
`;

const links: WorkerLink<Lived>[] = [];
afterEach(() => {
  for (const link of links.splice(0)) link.dispose();
  vi.restoreAllMocks();
});

function open(source: string, limitMs?: number): { link: WorkerLink<Lived>; deaths: Failure[] } {
  const deaths: Failure[] = [];
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const link = linkWorker<Lived>(worker, (why) => deaths.push(why), limitMs);
  links.push(link);
  return { link, deaths };
}

describe('a worker', () => {
  it('that closes itself is noticed, once', async () => {
    const { link, deaths } = open(script);
    await link.api.hold(link.lifeLock);
    link.watchLife();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(deaths).toEqual([]);
    void link.api.end();
    await expect.poll(() => deaths).toEqual([{ code: 'worker.ended' }]);
  });

  it('that throws is noticed with what it said', async () => {
    const { deaths } = open('setTimeout(() => { throw new Error("broken"); });');
    await expect.poll(() => deaths).toHaveLength(1);
    expect(deaths[0]).toMatchObject({
      code: 'unexpected',
      detail: expect.stringContaining('broken') as string,
    });
  });

  it('that ends before its first answer is noticed once the time for it is over', async () => {
    const { link, deaths } = open('onmessage = () => close();', 200);
    link.watchStart(link.api.hold(link.lifeLock));
    await expect.poll(() => deaths).toEqual([{ code: 'worker.not-loaded' }]);
  });

  it('that has answered in time is watched from then on', async () => {
    const { link, deaths } = open(script, 200);
    link.watchStart(link.api.hold(link.lifeLock));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(deaths).toEqual([]);
    void link.api.end();
    await expect.poll(() => deaths).toEqual([{ code: 'worker.ended' }]);
  });

  it('that is disposed of is not reported as dead', async () => {
    const { link, deaths } = open(script);
    await link.api.hold(link.lifeLock);
    link.watchLife();
    link.dispose();
    await navigator.locks.request(link.lifeLock, () => undefined);
    expect(deaths).toEqual([]);
  });

  it('that was refused its lock is not taken for dead', async () => {
    const { link, deaths } = open(script);
    link.watchLife();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(deaths).toEqual([]);
  });

  it('is left alone where the page is refused locks', async () => {
    vi.spyOn(navigator.locks, 'request').mockRejectedValue(new DOMException('denied', 'SecurityError'));
    const { link, deaths } = open(script);
    link.watchLife();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(deaths).toEqual([]);
  });
});
