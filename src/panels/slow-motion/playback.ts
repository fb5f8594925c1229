// Where slow motion stands: which part, whether it goes on by itself, and how fast. Plain functions of the state.

export const speeds = [0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number];

/** How long a part is lit at speed 1, as in GAN Lab (Kahng et al. 2019). */
const partMs = 1250;

export interface Playback {
  /** Index of the part. */
  readonly part: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
}

export type PlaybackAction =
  /** A step has been traced: its first part. @param plays whether it goes on by itself */
  | { readonly kind: 'begin'; readonly plays: boolean }
  /** The time of the part is over. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'go'; readonly part: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'speed'; readonly speed: Speed };

export const initialPlayback: Playback = { part: 0, isPlaying: false, speed: 1 };

/** @param count of the parts */
export function nextPlayback(state: Playback, action: PlaybackAction, count: number): Playback {
  const last = count - 1;
  switch (action.kind) {
    case 'begin':
      return { ...state, part: 0, isPlaying: action.plays };
    case 'tick': {
      const part = Math.min(last, state.part + 1);
      return { ...state, part, isPlaying: part < last };
    }
    case 'go':
      return { ...state, part: Math.max(0, Math.min(last, action.part)), isPlaying: false };
    case 'toggle':
      // From the end it plays again from the beginning.
      if (!state.isPlaying && state.part >= last) return { ...state, part: 0, isPlaying: true };
      return { ...state, isPlaying: !state.isPlaying };
    case 'speed':
      return { ...state, speed: action.speed };
    default:
      return action satisfies never;
  }
}

/** How long the part is lit, in milliseconds. */
export function lightMs({ speed }: Pick<Playback, 'speed'>): number {
  return partMs / speed;
}
