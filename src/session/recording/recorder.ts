// The microphone: asked for when a person presses the button and not before, let go of as soon as a recording ends, however it
// ends. Nothing leaves the page: a recording is a Blob in its memory.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchLevel, type Level } from './level';

/** Why there is no recording. */
export type RecorderFault =
  /** The page is not served over HTTPS or from this machine. */
  | 'insecure'
  /** The browser records no sound. */
  | 'unsupported'
  /** The person, the browser or the system has refused. */
  | 'denied'
  /** No microphone is connected. */
  | 'none'
  /** Another program uses it, or it does not answer. */
  | 'busy'
  /** Nothing was recorded. */
  | 'empty';

export interface Recorded {
  /** As the browser records: plain numbers where it can, compressed otherwise. */
  readonly blob: Blob;
  /** The ending of a file of this kind. */
  readonly ending: 'webm' | 'm4a' | 'ogg';
  readonly seconds: number;
  /** `hidden`: the page was left. `microphone`: it was disconnected. */
  readonly endedBy: 'person' | 'limit' | 'hidden' | 'microphone';
}

export type RecorderState =
  | { readonly name: 'idle' }
  /** The browser asks the person. */
  | { readonly name: 'asking' }
  | { readonly name: 'recording'; readonly seconds: number; readonly level: Level }
  | { readonly name: 'recorded'; readonly recorded: Recorded }
  | { readonly name: 'failed'; readonly why: RecorderFault };

export interface Recorder {
  readonly store: StoreApi<RecorderState>;
  readonly start: () => Promise<void>;
  /** Keeps what was recorded so far. */
  readonly stop: () => void;
  /** Lets go of the microphone and of what was recorded. To be called when the recorder goes out of sight, too. */
  readonly discard: () => void;
}

/** What a recorder needs of the browser. */
export interface RecorderPorts {
  readonly isSecure: boolean;
  /** Undefined where the browser has no microphone for this page. */
  readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
}

/** A recording ends by itself: plain numbers of two channels take 115 MB then. */
export const mostSeconds = 300;
const tellMs = 60;

/** The sound as it is: a browser's clean-up for calls would take out what is to be learnt. */
const wanted: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};

const kinds = [
  ['audio/webm;codecs=pcm', 'webm'],
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const;

const browserPorts = (): RecorderPorts => ({
  isSecure: isSecureContext,
  // Missing on a page that is not secure.
  devices: (navigator as Partial<Navigator>).mediaDevices,
});

export function createRecorder(ports = browserPorts()): Recorder {
  const store = createStore<RecorderState>()(() => ({ name: 'idle' }));
  const show = (state: RecorderState) => store.setState(state, true);
  /** Another object for each recording: what comes late belongs to an earlier one. */
  let current: object = {};
  let take: Take | null = null;

  function letGo(): void {
    current = {};
    take?.dispose();
    take = null;
  }

  function finish(endedBy: Recorded['endedBy']): void {
    const finished = take;
    if (finished === null) return;
    const mine = current;
    take = null;
    void finished.finish().then(({ blob, ending, seconds }) => {
      if (mine !== current) return;
      show(
        blob.size > 0
          ? { name: 'recorded', recorded: { blob, ending, seconds, endedBy } }
          : { name: 'failed', why: 'empty' },
      );
    });
  }

  return {
    store,
    async start() {
      letGo();
      const mine = current;
      const kind = typeof MediaRecorder === 'undefined' ? undefined : kinds.find(isRecordable);
      const { devices, isSecure } = ports;
      if (devices === undefined || kind === undefined) {
        show({ name: 'failed', why: isSecure ? 'unsupported' : 'insecure' });
        return;
      }
      show({ name: 'asking' });
      let stream: MediaStream | null = null;
      try {
        stream = await devices.getUserMedia({ audio: wanted });
        if (mine !== current) {
          stopTracks(stream);
          return;
        }
        take = startTake(stream, kind, {
          onTell: (seconds, level) => {
            if (mine !== current || take === null) return;
            show({ name: 'recording', seconds, level });
            if (seconds >= mostSeconds) finish('limit');
          },
          onEnd: (endedBy) => {
            if (mine === current) finish(endedBy);
          },
        });
      } catch (error) {
        if (stream) stopTracks(stream);
        if (mine === current) show({ name: 'failed', why: faultOf(error) });
      }
    },
    stop: () => finish('person'),
    discard() {
      letGo();
      show({ name: 'idle' });
    },
  };
}

type Kind = (typeof kinds)[number];

function isRecordable([type]: Kind): boolean {
  return MediaRecorder.isTypeSupported(type);
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function faultOf(error: unknown): RecorderFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy';
}

interface Take {
  /** Lets go of the microphone and hands over what was recorded. */
  readonly finish: () => Promise<Pick<Recorded, 'blob' | 'ending' | 'seconds'>>;
  readonly dispose: () => void;
}

interface TakeEvents {
  readonly onTell: (seconds: number, level: Level) => void;
  readonly onEnd: (endedBy: Recorded['endedBy']) => void;
}

function startTake(stream: MediaStream, [mimeType, ending]: Kind, { onTell, onEnd }: TakeEvents): Take {
  const parts: Blob[] = [];
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 256_000 });
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const level = watchLevel(stream);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const over = new AbortController();
  const timer = setInterval(() => onTell(seconds(), level.now()), tellMs);
  document.addEventListener('visibilitychange', () => document.hidden && onEnd('hidden'), over);
  addEventListener('pagehide', () => onEnd('hidden'), over);
  for (const track of stream.getTracks()) track.addEventListener('ended', () => onEnd('microphone'), over);

  function letGo(): void {
    clearInterval(timer);
    over.abort();
    level.dispose();
    stopTracks(stream);
  }

  try {
    recorder.start();
    onTell(0, level.now());
  } catch (error) {
    letGo();
    throw error;
  }
  return {
    async finish() {
      const length = seconds();
      await new Promise<void>((resolve) => {
        if (recorder.state === 'inactive') resolve();
        recorder.addEventListener('stop', () => resolve());
        if (recorder.state !== 'inactive') recorder.stop();
        // What was recorded is handed over without the microphone, which is let go of at once.
        letGo();
      });
      return { blob: new Blob(parts, { type: recorder.mimeType }), ending, seconds: length };
    },
    dispose() {
      letGo();
      if (recorder.state !== 'inactive') recorder.stop();
    },
  };
}
