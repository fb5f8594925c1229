// The presets over the page.
import { t } from '@lingui/core/macro';
import { Dialog } from '../../ui/controls/dialog/dialog';
import { PresetCards } from './preset-cards';

export function PresetsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      size="wide"
      title={t({ message: 'Examples', comment: 'Experiments to open, with a picture and a story' })}
      description={t`Each sets up an experiment. Press Train, and see for yourself. The run that you have is kept.`}
      onClose={onClose}
    >
      <PresetCards onOpen={onClose} />
    </Dialog>
  );
}
