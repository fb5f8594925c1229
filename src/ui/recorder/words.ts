// What is said about a recording.
export const recorderTexts = {
  recording: 'Recording',
  asking: 'The browser asks whether this page may use the microphone.',
  length: 'Recording length',
  level: 'Level',
  stop: 'Stop recording',
  use: 'Use the recording',
  discard: 'Discard',
} as const;

/** `0:07.3` */
export function secondsText(seconds: number): string {
  const tenths = Math.floor(seconds * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${Math.floor(tenths / 600)}:${rest}`;
}
