// A recorder for as long as a component is on the screen: when it goes, the microphone is let go of.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createRecorder, type Recorder, type RecorderState } from '../../recording/recorder';

export function useRecorder(): Recorder & { readonly state: RecorderState } {
  const [recorder] = useState(createRecorder);
  useEffect(() => recorder.discard, [recorder]);
  return { ...recorder, state: useStore(recorder.store) };
}
