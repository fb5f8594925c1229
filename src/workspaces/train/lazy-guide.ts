// The line over the hourglass.
import { lazyComponent } from '../../ui/lazy/lazy-component';

// Its words come right after the first paint, into a place that is kept for them.
export const LazyGuide = lazyComponent(
  async () => (await import('../../panels/guide/guide')).Guide,
  null,
  () => null,
);
