// Fetches a file of a data set and checks it. Whatever goes wrong comes out as a ShardError that names the file,
// except an abort, which comes out as the signal's reason.
import type { Shard } from '../core/manifest';
import { ShardError } from './shard-error';

export interface FetchOptions {
  request: typeof fetch;
  /** How far to trust the HTTP cache: `reload` when the copy it gave was bad. */
  cache: RequestCache;
  signal: AbortSignal;
}

/** Fetches a JSON file, unchecked. */
export async function fetchJson(url: string, file: string, options: FetchOptions): Promise<unknown> {
  const response = await answer(url, file, options);
  const text = new TextDecoder().decode(await readBody(response, file, options.signal, () => undefined));
  if (looksLikeHtml(text)) throw new ShardError(file, 'missing', 'is not on the server');
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ShardError(file, 'format', 'is not valid JSON', { cause });
  }
}

/**
 * Fetches a shard, compares it with the manifest and unpacks it: `unpackedBytes` bytes.
 * `onBytes` hears how much of its `shard.bytes` has arrived, never more than that.
 */
export async function fetchShard(
  url: string,
  shard: Shard,
  unpackedBytes: number,
  options: FetchOptions,
  onBytes: (loadedBytes: number) => void,
): Promise<Uint8Array> {
  const response = await answer(url, shard.file, options);
  const bytes = await readBody(response, shard.file, options.signal, (loadedBytes) => {
    onBytes(Math.min(loadedBytes, shard.bytes));
  });
  if (isHtml(response) || looksLikeHtml(new TextDecoder().decode(bytes.subarray(0, 64)))) {
    throw new ShardError(shard.file, 'missing', 'is not on the server');
  }
  if (bytes.length < shard.bytes) {
    throw new ShardError(
      shard.file,
      'truncated',
      `arrived cut off (${bytes.length} of ${shard.bytes} bytes)`,
    );
  }
  if (bytes.length > shard.bytes || (await hasOtherHash(bytes, shard.sha256))) {
    throw new ShardError(shard.file, 'checksum', 'arrived damaged (it is not what its checksum says)');
  }
  const unpacked = await gunzip(bytes, shard.file);
  if (unpacked.length === unpackedBytes) return unpacked;
  const trouble = `holds ${unpacked.length} bytes where the manifest says ${unpackedBytes}`;
  throw new ShardError(shard.file, 'format', trouble);
}

async function answer(url: string, file: string, options: FetchOptions): Promise<Response> {
  const { request, cache, signal } = options;
  let response: Response;
  try {
    response = await request(url, { cache, signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ShardError(file, 'network', 'could not be fetched', { cause });
  }
  if (response.ok) return response;
  if (response.status === 404 || response.status === 410) {
    throw new ShardError(file, 'missing', `is not on the server (${response.status})`);
  }
  throw new ShardError(file, 'network', `was not handed out (the server answered ${response.status})`);
}

/** The body, read chunk by chunk so that progress can be told. */
async function readBody(
  response: Response,
  file: string,
  signal: AbortSignal,
  onBytes: (loadedBytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      chunks.push(part.value);
      length += part.value.length;
      onBytes(length);
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw new ShardError(file, 'network', 'stopped arriving half-way', { cause });
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** A server for single-page apps answers 200 with its start page for what it does not have. */
function isHtml(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

function looksLikeHtml(start: string): boolean {
  return start.trimStart().startsWith('<');
}

/**
 * Whether the bytes have another SHA-256 than the one stated. `crypto.subtle` is missing on insecure origins (plain
 * HTTP, not localhost): there the CRC inside the gzip, which unpacking checks, and the exact length must do.
 */
async function hasOtherHash(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  if (subtle === undefined) return false;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256;
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Uint8Array> {
  try {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch (cause) {
    throw new ShardError(file, 'format', 'cannot be unpacked', { cause });
  }
}
