// When several answers to the hole are asked for anew: at once for another sample, another hole or another choice; for other
// weights alone only now and then, since each asking takes several passes through the network while it trains.
import { useEffect, useEffectEvent, useRef } from 'react';
import { useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useInView, useWhileInView } from '../../../ui/in-view/in-view';

/** Between two askings that only the weights call for. */
const restMs = 1500;

/** @param choice what is asked for, by value */
export function useAskedAgain(ask: () => void, choice: number): void {
  const store = useInpaintingStore();
  const isSeen = useInView();
  const network = useWhileInView(store, (state) => state.network);
  const asked = useRef<{ original: unknown; mask: unknown; choice: number; atMs: number } | null>(null);
  const askNow = useEffectEvent(() => {
    const { original, mask } = store.getState();
    asked.current = { original, mask, choice, atMs: performance.now() };
    ask();
  });
  const hasHole = network !== null && network.holeMse !== null;
  useEffect(() => {
    if (!isSeen || !hasHole) return undefined;
    const { original, mask } = store.getState();
    const last = asked.current;
    const isSame = last?.original === original && last.mask === mask && last.choice === choice;
    const waitMs = isSame ? last.atMs + restMs - performance.now() : 0;
    const timer = setTimeout(askNow, Math.max(0, waitMs));
    return () => clearTimeout(timer);
  }, [isSeen, hasHole, network, choice, store]);
}
