import { describe, expect, it } from 'vitest';
import { startJob } from '../job';
import { ascii, gzipped } from '../testing/write-bytes';
import { gunzipMembers } from './gunzip-members';

const unpack = (...parts: readonly Iterable<number>[]) => {
  const blob = new Blob([Uint8Array.from(parts.flatMap((part) => [...part]))]);
  const job = startJob(() => undefined, new AbortController().signal);
  return gunzipMembers('x.gz', blob, job, () => undefined).then((unpacked) => unpacked.text());
};
const text = 'as long as this, many times over; '.repeat(9000);

describe('gzip of several members', () => {
  it('unpacks to what they hold, one after the other', async () => {
    const empty = gzipped([]);
    expect(await unpack(gzipped(ascii('one, ')), empty, gzipped(ascii(text)), gzipped(ascii('end')))).toBe(
      `one, ${text}end`,
    );
    expect(await unpack(gzipped(ascii('alone')))).toBe('alone');
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, -3)],
    ['cut off before its trailer', (bytes: Uint8Array) => bytes.subarray(0, -8)],
    ['of another length', (bytes: Uint8Array) => bytes.with(bytes.length - 1, 7)],
    [
      'of another checksum',
      (bytes: Uint8Array) => bytes.with(bytes.length - 6, (bytes[bytes.length - 6] ?? 0) ^ 1),
    ],
    ['followed by something else', (bytes: Uint8Array) => Uint8Array.of(...bytes, 1, 2)],
  ])('is refused when a member is %s', async (_, damage) => {
    const member = damage(gzipped(ascii('some text')));
    await expect(unpack(gzipped(ascii('first')), member)).rejects.toThrow(/./);
    await expect(unpack(member, gzipped(ascii('last')))).rejects.toThrow(/./);
  });
});
