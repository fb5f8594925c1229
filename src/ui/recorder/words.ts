// What is said about a recording.
import { t } from '@lingui/core/macro';
export const recorderTexts = {
  recording: t`Recording`,
  asking: t`The browser asks whether this page may use the microphone.`,
  length: t`Recording length`,
  level: t`Level`,
  stop: t`Stop recording`,
  use: t`Use the recording`,
  discard: t`Discard`,
} as const;

/** `0:07.3` */
export function secondsText(seconds: number): string {
  const tenths = Math.floor(seconds * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${Math.floor(tenths / 600)}:${rest}`;
}
