// What is said of the microphone.
import { t } from '@lingui/core/macro';
import { mostSeconds, type Recorded, type RecorderFault } from './recorder';

export const microphoneTexts = { record: t`Record` } as const;

export const faultTexts: Readonly<Record<RecorderFault, string>> = {
  insecure: t`Browsers lend the microphone only to pages that come over HTTPS or from this machine. Open the page that way, or choose a file.`,
  unsupported: t`This browser records no sound. Record it with another program and choose the file.`,
  denied: t`The microphone was refused. Allow it for this page in the browser’s address bar, and in the system’s settings if need be, then press Record again.`,
  none: t`No microphone was found. Connect one, then press Record again, or choose a file.`,
  busy: t`The microphone does not answer: another program may be using it. Close that program, then press Record again.`,
  empty: t`Nothing was recorded. Press Record again.`,
};

export const endedTexts: Readonly<Record<Exclude<Recorded['endedBy'], 'person'>, string>> = {
  limit: t`The recording ended by itself after ${{ mostSeconds: mostSeconds / 60 }} minutes, the most that is recorded at once.`,
  hidden: t`The recording ended because the page was left.`,
  microphone: t`The recording ended because the microphone was disconnected.`,
};

/** `Recording 14-05.webm`. A colon may not stand in the name of a file. */
export function fileName({ ending }: Pick<Recorded, 'ending'>, at: Date): string {
  const [hours, minutes] = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${t`Recording`} ${hours}-${minutes}.${ending}`;
}
