// Something within a line of text that comes in a chunk of its own.
import type { ComponentType, ReactNode } from 'react';
import { lazyComponent } from './lazy-component';

/**
 * An empty place while it loads, and `instead` where it does not arrive. It is tried again whenever another one is shown.
 */
export function lazyInline<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead: (props: Props) => ReactNode,
): ComponentType<Props> {
  return lazyComponent(load, <span />, instead);
}
