// Where the slider of the bottleneck stands beside Train rather than among the controls: on a phone, and while presenting.
import { usePresentation } from '../../../session/page/presentation/presentation';
import { phoneQuery, useMedia } from '../../../ui/media';

export function useIsBottleneckAtHand(): boolean {
  const isPresenting = usePresentation((presentation) => presentation.isPresenting);
  return useMedia(phoneQuery) || isPresenting;
}
