// Copies a link that opens this experiment. Where the clipboard is denied, the link is shown to be copied by hand.
import { t } from '@lingui/core/macro';
import { Link } from 'lucide-react';
import { toSearch } from '../../core/experiment/url/experiment-url';
import { ownName } from '../../session/datasets/datasets';
import type { Session } from '../../session/session';
import { openDialog } from '../../session/page/opened-dialog';
import { useSession } from '../../session/hooks/session-context';
import { IconButton } from '../../ui/controls/buttons/buttons';

export function ShareButton() {
  const session = useSession();
  return (
    <IconButton
      label={t`Share`}
      icon={Link}
      explanation={t`Copy a link that opens this experiment`}
      onClick={() => void share(session)}
    />
  );
}

async function share({ run, datasets, notices }: Session): Promise<void> {
  // The fragment keeps the workspace and sub-view that are shown.
  const experiment = run.experiment.getState();
  const name = ownName(datasets.store.getState(), experiment.dataset);
  const search = toSearch(experiment, name, run.goals.inLink());
  const link = new URL(search + location.hash, location.href).href;
  const others = {
    action: { label: t`Teacher’s link`, onClick: () => openDialog({ kind: 'teacher-link' }) },
    otherAction: {
      label: t`Results sheet`,
      onClick: () => openDialog({ kind: 'results-sheet', runId: null }),
    },
  };
  try {
    await navigator.clipboard.writeText(link);
    notices.show({
      ...others,
      key: 'share',
      kind: 'info',
      message: t`The link to this experiment is copied.`,
      detail: link,
    });
  } catch {
    notices.show({
      ...others,
      key: 'share',
      kind: 'warning',
      message: t`The browser did not allow copying. This is the link:`,
      detail: link,
    });
  }
}
