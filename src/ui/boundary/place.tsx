// A panel in its place in a workspace: if it fails, its neighbours go on; out of view it is not drawn.
import type { ReactNode } from 'react';
import { InView } from '../in-view/in-view';
import { LaterCard } from './later/later';
import { PanelBoundary } from './panel-boundary';

interface PlaceProps {
  /** What is said of it when it fails. */
  name: string;
  className?: string | undefined;
  /** What it is called where it is highlighted from elsewhere (`ui/highlight`). */
  control?: string | undefined;
  /** A card that is drawn after the rest of the page. */
  isLater?: boolean;
  children: ReactNode;
}

export function Place({ name, className, control, isLater = false, children }: PlaceProps) {
  return (
    <InView className={className} control={control}>
      <PanelBoundary name={name}>{isLater ? <LaterCard>{children}</LaterCard> : children}</PanelBoundary>
    </InView>
  );
}
