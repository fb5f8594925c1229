// The trial of the threads in a worker, which is where the engine is: there it may sleep while it waits for the others.
import { tryThreads } from './thread-trial';

self.onmessage = async ({ data }: MessageEvent<{ threads: number; rounds: number }>) => {
  self.postMessage(await tryThreads(data.threads, data.rounds));
};
