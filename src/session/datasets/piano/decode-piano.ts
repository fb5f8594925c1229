// The piano's recordings as signals: fetched, checked, decoded, mixed down, cut and made equally loud. Only a page can decode them, and
// they are decoded once a visit.
import { isHeldOut, notePath, pianoNotes, pianoRate, pianoSeconds } from '../../../catalog/piano/registry';
import { z } from '../../../core/browser/zod';
import { CodedError } from '../../../core/failure';
import type { DataFailure } from '../../../core/samples/data-failure';
import { equalise } from '../../../core/sound/loudness';
import { hasOtherHash } from '../../../data/checksum';
import { firstPages } from '../../../data/sound/ogg-pages';
import type { PianoNote } from '../../../data/sound/piano-windows';

const listSchema = z.object({
  notes: z.array(z.object({ name: z.string(), file: z.string(), bytes: z.number(), sha256: z.string() })),
});
type NoteFile = z.infer<typeof listSchema>['notes'][number];

const listFile = 'notes.json';
/** Decoded at a time: each takes a thread of the browser's own. */
const atOnce = 4;

let decoded: Promise<readonly PianoNote[]> | null = null;
const followers = new Set<(share: number) => void>();

/** Tells the share of the notes that are decoded, as they are, until the function that is returned is called. */
export function followDecoding(onShare: (share: number) => void): () => void {
  followers.add(onShare);
  return () => followers.delete(onShare);
}

/**
 * All notes, in the order of `pianoNotes`.
 * @returns rejects with a CodedError<DataFailure> that names the file; the next call tries again
 */
export function decodePiano(): Promise<readonly PianoNote[]> {
  decoded ??= decodeAll().catch((error: unknown) => {
    decoded = null;
    throw error;
  });
  return decoded;
}

async function decodeAll(): Promise<PianoNote[]> {
  const files = await readList();
  const signals: Float32Array<ArrayBuffer>[] = [];
  let [next, done] = [0, 0];
  const work = async () => {
    for (let place = next++; place < files.length; place = next++) {
      const file = files[place];
      if (file) signals[place] = await decodeNote(file);
      done++;
      followers.forEach((tell) => tell(done / files.length));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const equal = equalise(signals);
  return pianoNotes.map((name, place) => ({
    name,
    isHeldOut: isHeldOut(place),
    signal: equal[place] ?? new Float32Array(),
  }));
}

async function readList(): Promise<NoteFile[]> {
  const answer = await fetchFile(listFile);
  const content = (await answer.json().catch(() => null)) as unknown;
  const { data } = listSchema.safeParse(content);
  if (data === undefined) throw failed({ code: 'data.not-json', file: listFile });
  return pianoNotes.map((name) => {
    const note = data.notes.find((one) => one.name === name);
    if (note === undefined)
      throw failed({ code: 'data.bad-manifest', file: listFile, place: 'notes', detail: `no ${name}` });
    return note;
  });
}

async function decodeNote({ file, bytes: expected, sha256 }: NoteFile): Promise<Float32Array<ArrayBuffer>> {
  const answer = await fetchFile(file);
  const buffer = await answer.arrayBuffer().catch((cause: unknown) => {
    throw failed({ code: 'data.interrupted', file }, cause);
  });
  const bytes = new Uint8Array(buffer);
  if (bytes.length < expected) throw failed({ code: 'data.truncated', file, bytes: bytes.length, expected });
  if (await hasOtherHash(bytes, sha256)) throw failed({ code: 'data.checksum', file });
  return monoOf(await decode(bytes, file));
}

async function decode(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<AudioBuffer> {
  if (typeof OfflineAudioContext === 'undefined') throw failed({ code: 'data.not-decodable', file });
  // Decoding brings a recording to the rate of the context.
  const context = new OfflineAudioContext(1, 1, pianoRate);
  // A copy each time: a buffer that has been decoded is empty.
  const begun = firstPages(bytes, pianoSeconds + 0.5).slice();
  try {
    return await context
      .decodeAudioData(begun.buffer)
      .catch(() => context.decodeAudioData(bytes.slice().buffer));
  } catch (cause) {
    throw failed({ code: 'data.not-decodable', file }, cause);
  }
}

/** The mean of the channels, `pianoSeconds` long; silence after a shorter recording. */
function monoOf(audio: AudioBuffer): Float32Array<ArrayBuffer> {
  const mono = new Float32Array(pianoRate * pianoSeconds);
  for (let channel = 0; channel < audio.numberOfChannels; channel++) {
    const points = audio.getChannelData(channel).subarray(0, mono.length);
    points.forEach((value, at) => (mono[at] = (mono[at] ?? 0) + value / audio.numberOfChannels));
  }
  return mono;
}

async function fetchFile(file: string): Promise<Response> {
  const url = new URL(`${import.meta.env.BASE_URL}${notePath(file)}`, location.href);
  const answer = await fetch(url).catch((cause: unknown) => {
    throw failed({ code: 'data.unreachable', file }, cause);
  });
  if (answer.ok) return answer;
  const { status } = answer;
  throw failed(
    status === 404 || status === 410
      ? { code: 'data.missing', file, status }
      : { code: 'data.server', file, status },
  );
}

function failed(failure: DataFailure, cause?: unknown): CodedError<DataFailure> {
  return new CodedError<DataFailure>(failure, { cause });
}
