// Hears one version of a clip at a time. All of them run in step, each behind a gain: to switch is to fade one down while another
// comes up, at the same place and at the same loudness, without a gap. Nothing sounds before `play`.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { versionIds, type VersionId, type Versions } from '../versions';
import { equalGains } from './loudness';
import type { SoundContext } from './sound-context';
import { fadeSeconds, startStrand, type Strand } from './strand';

/** What stands in the way: there is no Web Audio, or the browser does not let it sound. */
export type AudioFailure = 'no-audio' | 'blocked';

export interface PlayerState {
  readonly isPlaying: boolean;
  /** What is heard, or was last. */
  readonly heard: VersionId;
  readonly loops: boolean;
  /** 0 to 1, as the slider stands. */
  readonly volume: number;
  /** Where playing begins, in seconds. */
  readonly start: number;
  readonly failure: AudioFailure | null;
}

export interface Player {
  readonly store: StoreApi<PlayerState>;
  /** What there is to hear. While it plays, a version that has changed fades into its new form; another length stops it. */
  readonly setVersions: (versions: Versions) => void;
  /** From the start, or where the other version is. */
  readonly play: (version: VersionId) => void;
  /** The next `play` begins where this one did. */
  readonly stop: () => void;
  readonly seek: (seconds: number) => void;
  readonly setLoops: (loops: boolean) => void;
  readonly setVolume: (volume: number) => void;
  /** The place that is heard now; the start while nothing is. */
  readonly position: () => number;
  /** Stops, and leaves the sound card. */
  readonly rest: () => void;
  readonly dispose: () => void;
}

/** Ahead of the clock, so that a source that joins the others is not late. */
const leadSeconds = 0.05;
/** Without a sound after so long, the browser does not let it. */
const refusedAfterMs = 3000;

interface Playing {
  /** Place `fromSeconds` of the clip is heard at `atSeconds` of the context's clock. */
  readonly fromSeconds: number;
  readonly atSeconds: number;
  readonly strands: Map<VersionId, Strand>;
}

/** @param open makes the context, at the first `play`; throws where there is none */
export function createPlayer(open: () => SoundContext, sampleRateHz: number): Player {
  const store = createStore<PlayerState>()(() => ({
    isPlaying: false,
    heard: 'noisy',
    loops: true,
    volume: 0.8,
    start: 0,
    failure: null,
  }));
  const { getState, setState } = store;
  let context: SoundContext | null = null;
  let master: GainNode | null = null;
  let versions: Versions = {};
  let gains = equalGains(versions);
  const buffers = new WeakMap<Float32Array, AudioBuffer>();
  let playing: Playing | null = null;

  const length = () => Math.max(0, ...Object.values(versions).map((samples) => samples.length));
  const duration = () => length() / sampleRateHz;

  function positionAt(seconds: number): number {
    if (playing === null) return getState().start;
    const place = playing.fromSeconds + Math.max(0, seconds - playing.atSeconds);
    if (place < duration()) return place;
    return getState().loops ? place % duration() : duration();
  }

  /** Null where there is no Web Audio. */
  function opened(): { context: SoundContext; master: GainNode } | null {
    try {
      context ??= open();
    } catch {
      setState({ failure: 'no-audio' });
      return null;
    }
    if (master === null) {
      master = context.createGain();
      master.gain.setValueAtTime(loudnessOf(getState().volume), context.currentTime);
      master.connect(context.destination);
    }
    return { context, master };
  }

  function bufferOf(given: SoundContext, samples: Float32Array): AudioBuffer {
    const kept = buffers.get(samples);
    if (kept) return kept;
    const buffer = given.createBuffer(1, samples.length, sampleRateHz);
    buffer.getChannelData(0).set(samples);
    buffers.set(samples, buffer);
    return buffer;
  }

  function strandOf(samples: Float32Array, atSeconds: number, fromSeconds: number): Strand | null {
    const given = opened();
    return (
      given &&
      startStrand(given.context, {
        buffer: bufferOf(given.context, samples),
        output: given.master,
        atSeconds,
        fromSeconds,
        loops: getState().loops,
        onEnded: stop,
      })
    );
  }

  /** All versions from a place on; what has played until then fades out. */
  function startAt(fromSeconds: number, atSeconds: number): void {
    const before = playing;
    const { heard } = getState();
    playing = { fromSeconds, atSeconds, strands: new Map() };
    for (const id of versionIds) {
      const samples = versions[id];
      const strand = samples && strandOf(samples, atSeconds, fromSeconds);
      if (!strand) continue;
      playing.strands.set(id, strand);
      if (id === heard) strand.fadeTo(gains[id], atSeconds);
    }
    before?.strands.forEach((strand) => strand.end(atSeconds));
  }

  function stop(): void {
    const now = context?.currentTime ?? 0;
    playing?.strands.forEach((strand) => strand.end(now));
    playing = null;
    setState({ isPlaying: false });
  }

  function askToSound(given: SoundContext): void {
    const refused = () => {
      if (!getState().isPlaying) return;
      stop();
      setState({ failure: 'blocked' });
    };
    const timer = setTimeout(refused, refusedAfterMs);
    given
      .resume()
      .catch(refused)
      .finally(() => clearTimeout(timer));
  }

  function replace(id: VersionId, samples: Float32Array | undefined): void {
    if (playing === null || context === null) return;
    const atSeconds = context.currentTime + leadSeconds;
    playing.strands.get(id)?.end(atSeconds);
    playing.strands.delete(id);
    const strand = samples && strandOf(samples, atSeconds, positionAt(atSeconds));
    if (strand) playing.strands.set(id, strand);
    if (strand && id === getState().heard) strand.fadeTo(gains[id], atSeconds);
  }

  return {
    store,
    setVersions(next) {
      const before = versions;
      const [lengthBefore, heard] = [length(), getState().heard];
      versions = next;
      gains = equalGains(next);
      if (length() !== lengthBefore || next[heard] === undefined) {
        stop();
        if (length() !== lengthBefore) setState({ start: 0 });
        return;
      }
      if (playing === null || context === null) return;
      for (const id of versionIds) if (next[id] !== before[id]) replace(id, next[id]);
      if (next[heard] === before[heard])
        playing.strands.get(heard)?.fadeTo(gains[heard], context.currentTime);
    },
    play(version) {
      if (versions[version] === undefined) return;
      const given = opened();
      if (given === null) return;
      setState({ heard: version, isPlaying: true, failure: null });
      askToSound(given.context);
      const now = given.context.currentTime;
      if (playing === null) startAt(getState().start, now + leadSeconds);
      else playing.strands.forEach((strand, id) => strand.fadeTo(id === version ? gains[id] : 0, now));
    },
    stop,
    seek(seconds) {
      const start = Math.min(Math.max(0, seconds), Math.max(0, duration() - 0.01));
      setState({ start });
      if (playing !== null && context !== null) startAt(start, context.currentTime + leadSeconds);
    },
    setLoops(loops) {
      if (playing !== null && context !== null) {
        const now = Math.max(context.currentTime, playing.atSeconds);
        playing = { ...playing, fromSeconds: positionAt(now), atSeconds: now };
        playing.strands.forEach((strand) => strand.setLoops(loops));
      }
      setState({ loops });
    },
    setVolume(volume) {
      setState({ volume });
      if (context !== null) master?.gain.setTargetAtTime(loudnessOf(volume), context.currentTime, 0.01);
    },
    position: () => positionAt(context?.currentTime ?? 0),
    rest() {
      stop();
      // After what is heard has faded out.
      setTimeout(() => {
        if (playing === null) context?.suspend().catch(() => undefined);
      }, 4000 * fadeSeconds);
    },
    dispose() {
      stop();
      context?.close().catch(() => undefined);
      context = null;
      master = null;
    },
  };
}

/** A slider at a half sounds half as loud: loudness follows about the square of the slider. */
function loudnessOf(volume: number): number {
  return volume * volume;
}
