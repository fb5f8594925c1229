// Where the player is, for what follows it: once a frame while it plays.
import { useEffect, useState } from 'react';
import type { Player } from '../../sound/player/player';
import { useSoundRoom } from './use-sound';

/** Calls `onPosition` with the place in seconds, now, on every frame while it plays, and when it is set. */
export function followPosition(player: Player, onPosition: (seconds: number) => void): () => void {
  let frame = 0;
  function show() {
    onPosition(player.position());
    frame = player.store.getState().isPlaying ? requestAnimationFrame(show) : 0;
  }
  function onState() {
    if (frame === 0) show();
  }
  show();
  const unsubscribe = player.store.subscribe(onState);
  return () => {
    unsubscribe();
    cancelAnimationFrame(frame);
  };
}

/** The place in seconds, in multiples of `gridSeconds`: the component renders again only when that changes. */
export function usePosition(gridSeconds: number): number {
  const { player } = useSoundRoom();
  const [position, setPosition] = useState(0);
  useEffect(
    () =>
      followPosition(player, (seconds) =>
        setPosition(Math.floor(seconds / gridSeconds + 1e-6) * gridSeconds),
      ),
    [player, gridSeconds],
  );
  return position;
}
