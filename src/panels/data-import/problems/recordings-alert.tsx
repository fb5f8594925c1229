// Recordings that were chosen and cannot be used, read out at once: the others make a data set without them.
import type { LeftOut } from '../../../core/import/import-failure';
import { Notice } from '../../../ui/controls/notice/notice';
import { isRecordingLeftOut, recordingsLeftOutText } from './series-words';
import { leftOutText } from './words';

export function RecordingsAlert({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const recordings = leftOut.filter(isRecordingLeftOut);
  if (recordings.length === 0) return null;
  return <Notice kind="error" message={recordingsLeftOutText(recordings.map(leftOutText))} />;
}
