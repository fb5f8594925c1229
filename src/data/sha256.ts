// SHA-256 on every origin: where the browser does not offer it, the algorithm of FIPS 180-4, section 6.2, runs in JavaScript and
// gives the same digest.
import { browserSha256, hexadecimal } from './checksum';

/** Lower-case hexadecimal, 64 digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await browserSha256(bytes)) ?? hexadecimal(sha256InScript(bytes));
}

/** The digest's 32 bytes. Exported for its test. */
export function sha256InScript(bytes: Uint8Array): Uint8Array {
  const state = new Uint32Array(initialState);
  const schedule = new Uint32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += 64) compress(state, schedule, view, at);
  const tail = padded(bytes.subarray(whole), bytes.length);
  for (let at = 0; at < tail.byteLength; at += 64) compress(state, schedule, tail, at);
  const digest = new DataView(new ArrayBuffer(32));
  for (const [place, word] of state.entries()) digest.setUint32(place * 4, word);
  return new Uint8Array(digest.buffer);
}

/** The first 32 bits of the fractional parts of the `root`th roots of the first primes. */
function fractions(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

const initialState = fractions(8, Math.sqrt);
const constants = Uint32Array.from(fractions(64, Math.cbrt));

/** The last bytes, a set bit, zeros, and the length of the whole message in bits: one or two blocks of 64 bytes. */
function padded(rest: Uint8Array, length: number): DataView {
  const block = new Uint8Array(rest.length < 56 ? 64 : 128);
  block.set(rest);
  block[rest.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(block.length - 4, (length * 8) >>> 0);
  return view;
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compress(state: Uint32Array, schedule: Uint32Array, block: DataView, at: number): void {
  for (let place = 0; place < 16; place++) schedule[place] = block.getUint32(at + place * 4);
  for (let place = 16; place < 64; place++) {
    const [late, early] = [schedule[place - 2]!, schedule[place - 15]!];
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    schedule[place] = s1 + schedule[place - 7]! + s0 + schedule[place - 16]!;
  }
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  let [e, f, g, h] = [state[4]!, state[5]!, state[6]!, state[7]!];
  for (let round = 0; round < 64; round++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + constants[round]! + schedule[round]!) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) state[place]! += word;
}
