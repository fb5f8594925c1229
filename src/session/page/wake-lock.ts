// Keeps the screen awake while a network trains, where the browser allows; silent where it does not.

/** Returns a function that says whether the screen should stay awake from now on. */
export function createWakeLock(): (wanted: boolean) => void {
  let wanted = false;
  let held: Promise<WakeLockSentinel | null> | null = null;

  function update(): void {
    if (!('wakeLock' in navigator)) return;
    if (wanted && document.visibilityState === 'visible') held ??= holdAnew();
    else if (!wanted && held !== null) {
      void held.then((sentinel) => sentinel?.release());
      held = null;
    }
  }

  function holdAnew(): Promise<WakeLockSentinel | null> {
    const mine: Promise<WakeLockSentinel | null> = hold(() => {
      if (held === mine) held = null;
    });
    return mine;
  }

  // The browser takes the lock away when the page is hidden; it is asked again when the page is seen.
  document.addEventListener('visibilitychange', update);
  return (isWanted) => {
    if (isWanted === wanted) return;
    wanted = isWanted;
    update();
  };
}

/** The held lock, or null where it is refused (low battery, policy). `onGone` is called when the lock is released. */
async function hold(onGone: () => void): Promise<WakeLockSentinel | null> {
  try {
    const sentinel = await navigator.wakeLock.request('screen');
    sentinel.addEventListener('release', onGone);
    return sentinel;
  } catch {
    onGone();
    return null;
  }
}
