// One version as it plays: a source that runs in step with the others, and the gain that makes it heard or not.
import type { SoundContext } from './sound-context';

/** A change of what is heard takes so long: too short to be heard as a fade, too long for a click. */
export const fadeSeconds = 0.02;

export interface Strand {
  /** Fades to another gain from `atSeconds` on. */
  readonly fadeTo: (gain: number, atSeconds: number) => void;
  readonly setLoops: (loops: boolean) => void;
  /** Fades out from `atSeconds` on, and is gone. */
  readonly end: (atSeconds: number) => void;
}

interface StrandStart {
  readonly buffer: AudioBuffer;
  readonly output: AudioNode;
  /** When it begins, on the context's clock, and at which place of the buffer. */
  readonly atSeconds: number;
  readonly fromSeconds: number;
  readonly loops: boolean;
  /** It has come to its end by itself. */
  readonly onEnded: () => void;
}

/** Silent until it is faded to a gain. */
export function startStrand(context: SoundContext, start: StrandStart): Strand {
  const source = context.createBufferSource();
  const level = context.createGain();
  source.buffer = start.buffer;
  source.loop = start.loops;
  source.onended = start.onEnded;
  source.connect(level);
  level.connect(start.output);
  level.gain.setValueAtTime(0, start.atSeconds);
  source.start(start.atSeconds, start.fromSeconds);
  // Kept here, because a browser tells the value of a gain only as it was at the last block it computed.
  let fade = { from: 0, to: 0, atSeconds: start.atSeconds };

  function gainAt(seconds: number): number {
    const share = Math.min(1, Math.max(0, (seconds - fade.atSeconds) / fadeSeconds));
    return fade.from + share * (fade.to - fade.from);
  }

  function fadeTo(gain: number, atSeconds: number): void {
    // One on its way to the same gain begins its fade anew, so that fades which begin together sum to one.
    if (gain === fade.to && atSeconds >= fade.atSeconds + fadeSeconds) return;
    fade = { from: gainAt(atSeconds), to: gain, atSeconds };
    level.gain.cancelScheduledValues(atSeconds);
    level.gain.setValueAtTime(fade.from, atSeconds);
    level.gain.linearRampToValueAtTime(gain, atSeconds + fadeSeconds);
  }

  return {
    fadeTo,
    setLoops: (loops) => (source.loop = loops),
    end(atSeconds) {
      fadeTo(0, atSeconds);
      source.onended = () => level.disconnect();
      source.stop(atSeconds + 2 * fadeSeconds);
    },
  };
}
