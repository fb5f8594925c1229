// A panel in its place in a workspace: if it fails, its neighbours go on; out of view it is not drawn.
import type { ReactNode } from 'react';
import { InView } from '../in-view/in-view';
import { PanelBoundary } from './panel-boundary';

interface PlaceProps {
  /** What is said of it when it fails. */
  name: string;
  className?: string | undefined;
  children: ReactNode;
}

export function Place({ name, className, children }: PlaceProps) {
  return (
    <InView className={className}>
      <PanelBoundary name={name}>{children}</PanelBoundary>
    </InView>
  );
}
