// Brings the line over the hourglass back, or closes it.
import { t } from '@lingui/core/macro';
import { showGuideLine } from '../../session/guide/guide-line';
import { useGuideLine } from '../../session/hooks/guide/use-guide-line';
import { TextButton } from '../../ui/controls/buttons/buttons';

export function GuideSwitch() {
  const isOpen = useGuideLine();
  return (
    <p>
      <TextButton look="plain" onClick={() => showGuideLine(!isOpen)}>
        {isOpen ? t`Hide the line over the hourglass` : t`Show the line over the hourglass`}
      </TextButton>
    </p>
  );
}
