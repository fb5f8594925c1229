// Runs the thread trial in a worker, where the engine's thread may block while it waits for the others.
import { tryThreads } from './thread-trial';

self.onmessage = async ({ data }: MessageEvent<{ threads: number; rounds: number }>) => {
  self.postMessage(await tryThreads(data.threads, data.rounds));
};
