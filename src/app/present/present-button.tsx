// Begins and ends presenting.
import { t } from '@lingui/core/macro';
import { Presentation } from 'lucide-react';
import { togglePresentation, usePresentation } from '../../session/page/presentation/presentation';
import { IconButton } from '../../ui/controls/buttons/buttons';
import { presentKey } from './present-keys';

export function PresentButton() {
  const isPresenting = usePresentation((presentation) => presentation.isPresenting);
  return (
    <IconButton
      label={t`Present`}
      icon={Presentation}
      pressed={isPresenting}
      explanation={isPresenting ? t`End presenting (Escape)` : t`Present: large, for a projector (P)`}
      keyShortcut={presentKey.cap}
      onClick={togglePresentation}
    />
  );
}
