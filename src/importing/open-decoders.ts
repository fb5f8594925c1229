// Decoders in workers of their own, one for each core: decoding a large JPEG keeps a core busy, most of the time with its Huffman
// codes, which no smaller size makes shorter.
import { wrap, type Remote } from 'comlink';
import { withinTime } from '../core/browser/time-limit';
import { CodedError } from '../core/failure';
import type { PictureDecoder } from '../data/import/pictures/decode-picture';
import { openLocalDecoders, type PictureDecoders } from '../data/import/pictures/decode-pictures';
import type { PictureWorkerApi } from './picture-worker';

/** Fewer are decoded before workers have started. */
const fewPictures = 16;
/** Each may hold a picture of 110 million pixels. */
const mostWorkers = 4;
const startLimitMs = 10_000;
/** A picture that takes longer has ended its worker. */
const pictureLimitMs = 60_000;

interface Started {
  readonly worker: Worker;
  readonly api: Remote<PictureWorkerApi>;
}

/** In workers where there are many pictures and the browser lets a worker start others. */
export async function openDecoders(shortSide: number, pictures: number): Promise<PictureDecoders> {
  const count = Math.min(mostWorkers, navigator.hardwareConcurrency || 1);
  if (pictures < fewPictures || count < 2 || typeof Worker === 'undefined')
    return openLocalDecoders(shortSide);
  const started = Array.from({ length: count }, start);
  const dispose = () => started.forEach(({ worker }) => worker.terminate());
  try {
    await withinTime(startLimitMs, Promise.all(started.map(({ api }) => api.open(shortSide))));
    // More than there are cores, so that none waits while a file is read.
    const decoders = Array.from({ length: count + 2 }, (_, lane) => decoderOf(started[lane % count]!.api));
    return { decoders, dispose };
  } catch {
    dispose();
    return openLocalDecoders(shortSide);
  }
}

function start(): Started {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), {
    type: 'module',
    name: 'pictures',
  });
  return { worker, api: wrap<PictureWorkerApi>(worker) };
}

function decoderOf(api: Remote<PictureWorkerApi>): PictureDecoder {
  return {
    decode: (blob) =>
      withinTime(pictureLimitMs, api.decode(blob)).catch((cause: unknown) => {
        throw new CodedError({ code: 'worker.ended' }, { cause });
      }),
  };
}
