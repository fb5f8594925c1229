// Between two pieces of long work.

/** Lets the worker hear what has been asked of it meanwhile: a task of its own, unlike a resolved promise. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
