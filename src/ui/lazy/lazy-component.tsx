// A component whose code is imported when it is first shown, and imported again when that has failed.
import { Suspense, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { createChunk, LoadError } from './chunk';

/**
 * @param placeholder stands there while the import is under way
 * @param whenMissing stands there when it has failed; `retry` imports again, for every place that shows the component
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode,
  whenMissing: (props: Props, retry: () => void) => ReactNode,
): ComponentType<Props> {
  const chunk = createChunk(load);

  function LoadedPart(props: Props) {
    const Part = use(chunk.part());
    return <Part {...props} />;
  }

  return function LazyPart(props: Props) {
    const retries = useSyncExternalStore(chunk.subscribe, chunk.retries);
    // A part that failed before it was shown here does not wait for a click.
    const [hadFailed] = useState(chunk.hasFailed);
    useEffect(() => {
      if (hadFailed && chunk.hasFailed()) chunk.retry();
    }, [hadFailed]);
    return (
      <ErrorBoundary
        resetKeys={[retries]}
        fallbackRender={({ error }) => {
          // An error of the part itself is for the boundary of its panel.
          if (!(error instanceof LoadError)) throw error;
          return whenMissing(props, chunk.retry);
        }}
      >
        <Suspense fallback={placeholder}>
          <LoadedPart {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}
