// A message of something that a reload may repair. It says what becomes of the run before the person chooses, and the reload
// keeps the run wherever the browser can.
import { t } from '@lingui/core/macro';
import { use, useEffect, useState } from 'react';
import type { ReloadOutcome } from '../../core/run/reload-outcome';
import { Notice } from '../controls/notice/notice';
import { PageReloadContext } from './page-reload';

interface ReloadNoticeProps {
  message: string;
  /** What to do; what a reload does to the run is added to it. */
  detail: string;
  /** What else can be tried. */
  action: { readonly label: string; readonly onClick: () => void };
}

type Phase = 'asking' | 'keeping' | ReloadOutcome;

const outcomeTexts: Readonly<Record<Phase, string>> = {
  asking: '',
  keeping: t`Keeping the run…`,
  kept: t`Your run is kept, with its curves; runs in Compare start over.`,
  lost: t`The browser cannot keep the run over a reload: your experiment is kept in the page’s address, and training starts over.`,
  untrained: t`Your experiment is kept in the page’s address.`,
};

export function ReloadNotice({ message, detail, action }: ReloadNoticeProps) {
  const { foresee, keep, reload } = use(PageReloadContext);
  const [phase, setPhase] = useState<Phase>('asking');
  useEffect(() => {
    let isShown = true;
    void foresee().then((outcome) => {
      if (isShown) setPhase(outcome);
    });
    return () => {
      isShown = false;
    };
  }, [foresee]);

  async function reloadPage(): Promise<void> {
    if (phase === 'keeping') return;
    if (phase !== 'lost') {
      setPhase('keeping');
      if (!(await keep())) {
        setPhase('lost');
        return;
      }
    }
    reload();
  }

  return (
    <Notice
      kind="error"
      message={message}
      detail={`${detail} ${outcomeTexts[phase]}`}
      action={action}
      otherAction={{
        label: phase === 'lost' ? t`Reload and start over` : t`Reload`,
        onClick: () => void reloadPage(),
      }}
    />
  );
}
