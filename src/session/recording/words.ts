<<<<<<<< HEAD:src/panels/data-import/microphone/words.ts
// What the dialog says of the microphone.
import type { Recorded } from '../../../session/recording/recorder';
========
// What is said of the microphone.
import { mostSeconds, type Recorded, type RecorderFault } from './recorder';
>>>>>>>> main:src/session/recording/words.ts

export const microphoneTexts = { record: 'Record' } as const;

/** `Recording 14-05.webm`. A colon may not stand in the name of a file. */
export function fileName({ ending }: Pick<Recorded, 'ending'>, at: Date): string {
  const [hours, minutes] = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `Recording ${hours}-${minutes}.${ending}`;
}
