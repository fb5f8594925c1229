// The recorder with Chromium's fake microphone, which beeps once a second.
import { afterEach, describe, expect, test } from 'vitest';
import { decodeSound } from './decode-sound';
import { createRecorder, type RecorderFault, type RecorderPorts } from './recorder';

let streams: MediaStream[] = [];
/** The browser's own, and every stream that it has lent. */
const devices: RecorderPorts['devices'] = {
  async getUserMedia(asked) {
    const stream = await navigator.mediaDevices.getUserMedia(asked);
    streams.push(stream);
    return stream;
  },
};
const areStopped = () =>
  streams.every((stream) => stream.getTracks().every(({ readyState }) => readyState === 'ended'));
const refusing = (name: string): RecorderPorts => ({
  isSecure: true,
  devices: { getUserMedia: () => Promise.reject(new DOMException('No.', name)) },
});

afterEach(() => {
  streams = [];
});

/** A recorder that has recorded for this long. */
async function recordFor(ms: number) {
  const recorder = createRecorder({ isSecure: true, devices });
  await recorder.start();
  await expect.poll(() => recorder.store.getState().name).toBe('recording');
  await new Promise((resolve) => setTimeout(resolve, ms));
  return recorder;
}

const recorded = async (recorder: ReturnType<typeof createRecorder>) => {
  await expect.poll(() => recorder.store.getState().name).toBe('recorded');
  const state = recorder.store.getState();
  if (state.name !== 'recorded') throw new Error(state.name);
  return state.recorded;
};

describe('a recording', () => {
  test('becomes numbers at the rate that is asked for, and the microphone is let go of', async () => {
    const recorder = await recordFor(1500);
    const state = recorder.store.getState();
    expect(state.name === 'recording' && state.seconds > 1 && state.level > -100).toBe(true);
    recorder.stop();
    expect(areStopped()).toBe(true);
    const { blob, seconds, endedBy } = await recorded(recorder);
    expect(endedBy).toBe('person');
    const decoded = await decodeSound(blob, 8000);
    if ('why' in decoded) throw new Error(decoded.why);
    expect(Math.abs(decoded.samples.length / 8000 - seconds)).toBeLessThan(0.5);
    // The beep.
    expect(decoded.samples.some((value) => Math.abs(value) > 0.1)).toBe(true);
  });

  test('ends when the page is left, and keeps what there is', async () => {
    const recorder = await recordFor(300);
    dispatchEvent(new Event('pagehide'));
    expect(areStopped()).toBe(true);
    expect((await recorded(recorder)).endedBy).toBe('hidden');
  });

  test('ends when the microphone is disconnected', async () => {
    const recorder = await recordFor(300);
    streams[0]?.getTracks()[0]?.dispatchEvent(new Event('ended'));
    expect((await recorded(recorder)).endedBy).toBe('microphone');
  });

  test('that is discarded leaves nothing, not even while the person is being asked', async () => {
    const recorder = await recordFor(100);
    recorder.discard();
    expect(areStopped()).toBe(true);
    const asking = recorder.start();
    expect(recorder.store.getState().name).toBe('asking');
    recorder.discard();
    await asking;
    expect(streams).toHaveLength(2);
    expect(areStopped()).toBe(true);
    expect(recorder.store.getState().name).toBe('idle');
  });
});

test.each<[string, RecorderPorts, RecorderFault]>([
  ['is refused', refusing('NotAllowedError'), 'denied'],
  ['is not connected', refusing('NotFoundError'), 'none'],
  ['does not answer', refusing('NotReadableError'), 'busy'],
  ['is not lent to an insecure page', { isSecure: false, devices: undefined }, 'insecure'],
  ['is unknown to the browser', { isSecure: true, devices: undefined }, 'unsupported'],
])('a microphone that %s is told as such', async (_, ports, why) => {
  const recorder = createRecorder(ports);
  await recorder.start();
  expect(recorder.store.getState()).toEqual({ name: 'failed', why });
});

test('what is no sound is said to be none', async () => {
  expect(await decodeSound(new Blob(['no sound']), 8000)).toEqual({ why: 'cannot' });
});
