// A pause between two pieces of a long computation.

/** Lets a thread handle pending messages. Takes a macrotask; a resolved promise would not let messages in. */
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
