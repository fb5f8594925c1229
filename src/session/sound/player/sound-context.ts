// The part of the browser's AudioContext that the player needs, so that a test can render it offline or fake it.

export interface SoundContext {
  readonly currentTime: number;
  readonly destination: AudioNode;
  readonly createGain: () => GainNode;
  readonly createBuffer: (channels: number, length: number, sampleRateHz: number) => AudioBuffer;
  readonly createBufferSource: () => AudioBufferSourceNode;
  /** Resolves when sound may be heard. Browsers allow it after a press. */
  readonly resume: () => Promise<void>;
  readonly suspend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The browser's own. At the rate of the clip where it can: its output is then resampled with care, while a source at another
 * rate is read by linear interpolation, which one hears.
 * @throws where the browser has no Web Audio, or refuses it
 */
export function openSoundContext(sampleRateHz: number): SoundContext {
  try {
    return new AudioContext({ sampleRate: sampleRateHz, latencyHint: 'interactive' });
  } catch {
    return new AudioContext();
  }
}
