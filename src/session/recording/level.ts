// How loud a microphone is just now.

/** Root mean square of the last moment in decibels below full scale: 0 is as loud as it gets, -60 nearly silent. */
export type Level = number;

const silence: Level = -100;

export function watchLevel(stream: MediaStream): { now: () => Level; dispose: () => void } {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  const source = context.createMediaStreamSource(stream);
  source.connect(analyser);
  const values = new Float32Array(analyser.fftSize);
  return {
    now() {
      analyser.getFloatTimeDomainData(values);
      const power = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      return power > 0 ? Math.max(silence, 10 * Math.log10(power)) : silence;
    },
    dispose() {
      source.disconnect();
      if (context.state !== 'closed') void context.close();
    },
  };
}
