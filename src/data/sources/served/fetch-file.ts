// Fetches a file of a data set and checks it. Every failure is a ShardError that names the file, except an abort, which
// throws the signal's reason.
import type { Shard } from '../../../core/samples/manifest';
import { hasOtherHash } from '../../checksum';
import { ShardError } from '../shard-error';
import { StallError, withStallLimit } from './stall-limit';

export interface FetchOptions {
  request: typeof fetch;
  /** `reload` when the cached copy was bad. */
  cache: RequestCache;
  signal: AbortSignal;
  /** How long nothing may come before the transfer counts as failed. */
  stallMs: number;
}

/** Fetches and parses a JSON file; the content is not validated. */
export async function fetchJson(url: string, file: string, options: FetchOptions): Promise<unknown> {
  const { bytes } = await transfer(url, file, options, () => undefined);
  const text = new TextDecoder().decode(bytes);
  if (looksLikeHtml(text)) throw new ShardError({ code: 'data.missing', file });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ShardError({ code: 'data.not-json', file }, { cause });
  }
}

/**
 * Fetches a shard, checks it against the manifest and unpacks it to `unpackedBytes` bytes. `onBytes` gets the number of
 * bytes received so far, at most `shard.bytes`.
 */
export async function fetchShard(
  url: string,
  shard: Shard,
  unpackedBytes: number,
  options: FetchOptions,
  onBytes: (loadedBytes: number) => void,
): Promise<Uint8Array> {
  const { file } = shard;
  const { response, bytes } = await transfer(url, file, options, (loadedBytes) => {
    onBytes(Math.min(loadedBytes, shard.bytes));
  });
  if (isHtml(response) || looksLikeHtml(new TextDecoder().decode(bytes.subarray(0, 64)))) {
    throw new ShardError({ code: 'data.missing', file });
  }
  if (bytes.length < shard.bytes) {
    throw new ShardError({ code: 'data.truncated', file, bytes: bytes.length, expected: shard.bytes });
  }
  if (bytes.length > shard.bytes || (await hasOtherHash(bytes, shard.sha256))) {
    throw new ShardError({ code: 'data.checksum', file });
  }
  const unpacked = await gunzip(bytes, file);
  if (unpacked.length === unpackedBytes) return unpacked;
  throw new ShardError({ code: 'data.wrong-size', file, bytes: unpacked.length, expected: unpackedBytes });
}

interface Transferred {
  response: Response;
  bytes: Uint8Array<ArrayBuffer>;
}

async function transfer(
  url: string,
  file: string,
  options: FetchOptions,
  onBytes: (loadedBytes: number) => void,
): Promise<Transferred> {
  try {
    return await withStallLimit(options.signal, options.stallMs, async (signal, onData) => {
      const response = await answer(url, file, { ...options, signal });
      const bytes = await readBody(response, file, signal, (loadedBytes) => {
        onData();
        onBytes(loadedBytes);
      });
      return { response, bytes };
    });
  } catch (cause) {
    if (!(cause instanceof StallError)) throw cause;
    throw new ShardError({ code: 'data.stalled', file, seconds: options.stallMs / 1000 }, { cause });
  }
}

async function answer(url: string, file: string, options: FetchOptions): Promise<Response> {
  const { request, cache, signal } = options;
  let response: Response;
  try {
    response = await request(url, { cache, signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ShardError({ code: 'data.unreachable', file }, { cause });
  }
  if (response.ok) return response;
  const { status } = response;
  if (status === 404 || status === 410) throw new ShardError({ code: 'data.missing', file, status });
  throw new ShardError({ code: 'data.server', file, status });
}

/** Reads the body chunk by chunk to report progress. */
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
    throw new ShardError({ code: 'data.interrupted', file }, { cause });
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** A server for single-page apps answers a missing file with status 200 and its start page. */
function isHtml(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

function looksLikeHtml(start: string): boolean {
  return start.trimStart().startsWith('<');
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Uint8Array> {
  try {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch (cause) {
    throw new ShardError({ code: 'data.not-gzip', file }, { cause });
  }
}
