// Marks views as visible while a component is mounted.
import { useCallback } from 'react';
import type { View } from '../../core/engine-api/looking';
import { useSession } from './session-context';

/**
 * An effect that looks at views until the function that it returns is called.
 * @param views always the same array
 */
export function useLookAt(views: readonly View[]): () => () => void {
  const { lookAt } = useSession();
  return useCallback(() => lookAt(...views), [lookAt, views]);
}
