// Copies a link that opens this experiment. Where the clipboard is denied, the link is shown to be copied by hand.
import { Link } from 'lucide-react';
import { toSearch } from '../core/experiment-url';
import { experimentStore } from '../session/experiment-store';
import { notify } from '../session/notice-store';
import { IconButton } from '../ui/controls/buttons';

export function ShareButton() {
  return (
    <IconButton
      label="Share"
      icon={Link}
      explanation="Copy a link that opens this experiment"
      onClick={() => void share()}
    />
  );
}

async function share(): Promise<void> {
  // In the workspace that is shown.
  const link = new URL(toSearch(experimentStore.getState()) + location.hash, location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    notify({ key: 'share', kind: 'info', message: 'The link to this experiment is copied.', detail: link });
  } catch {
    notify({
      key: 'share',
      kind: 'warning',
      message: 'The browser did not allow copying. This is the link:',
      detail: link,
    });
  }
}
