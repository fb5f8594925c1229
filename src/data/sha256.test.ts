import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sha256, sha256InScript } from './sha256';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('SHA-256 in JavaScript', () => {
  test('gives the digests of FIPS 180-4', () => {
    expect(hex(sha256InScript(new TextEncoder().encode('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(hex(sha256InScript(new Uint8Array(1_000_000).fill(97)))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  test('agrees with Node at every length around a block, in a view that begins in the middle', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 31) & 255);
    for (let length = 0; length < 200; length++) {
      const part = bytes.subarray(7, 7 + length);
      expect(hex(sha256InScript(part))).toBe(createHash('sha256').update(part).digest('hex'));
    }
  });
});

test('without crypto.subtle the digest is the same', async () => {
  const bytes = new TextEncoder().encode('hourglass');
  const withSubtle = await sha256(bytes);
  const { subtle } = crypto;
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  try {
    expect(await sha256(bytes)).toBe(withSubtle);
  } finally {
    Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
  }
});
