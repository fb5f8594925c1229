// What was tapped stays hovered, since a finger leaves at once: until the person presses elsewhere or scrolls the page.
import { useEffect, useEffectEvent, type RefObject } from 'react';

/** @param within presses in it are its own matter */
export function useHoverEnd(
  isHovered: boolean,
  within: RefObject<HTMLElement | null>,
  onEnd: () => void,
): void {
  const end = useEffectEvent(({ type, target }: Event) => {
    if (type === 'scroll' || !(target instanceof Node && within.current?.contains(target))) onEnd();
  });
  useEffect(() => {
    if (!isHovered) return undefined;
    const listen = (event: Event) => end(event);
    addEventListener('pointerdown', listen, true);
    addEventListener('scroll', listen, true);
    return () => {
      removeEventListener('pointerdown', listen, true);
      removeEventListener('scroll', listen, true);
    };
  }, [isHovered]);
}
