// The sweeps workspace: the effect of one setting. New and saved sweeps on the left, the curve and images in the
// middle, the numbers on the right.
import { t } from '@lingui/core/macro';
import { useEffect } from 'react';
import { useSession } from '../../session/hooks/session-context';
import { useSweepDraft } from '../../session/hooks/sweeps/use-sweep-draft';
import { useSweeps } from '../../session/hooks/sweeps/use-sweeps';
import { useTheme } from '../../session/page/theme-store';
import { Card } from '../../ui/controls/card/card';
import { KeptSweeps } from './kept-sweeps';
import { NewSweep } from './form/new-sweep';
import { SweepCurves } from './results/sweep-curves';
import { SweepNumbers } from './results/sweep-numbers';
import { SweepPictures } from './results/sweep-pictures';
import { TradeOff } from './trade-off/trade-off';
import styles from './sweep-view.module.css';

export function SweepView() {
  const theme = useTheme(({ shown }) => shown);
  const kept = useSweeps((state) => state.sweeps);
  const hidden = useSweepDraft((draft) => draft.hidden);
  const wanted = useSweepDraft((draft) => draft.picked);
  const newest = [...kept].sort((a, b) => b.startedAt - a.startedAt)[0];
  const picked = kept.find(({ id }) => id === wanted) ?? newest;
  const shown = kept.filter(
    ({ id, plan }) =>
      !hidden.includes(id) &&
      plan.setting === picked?.plan.setting &&
      plan.base.dataset === picked.plan.base.dataset,
  );
  const { sweeps } = useSession();
  const shownIds = shown.map(({ id }) => id).join(' ');
  useEffect(() => {
    for (const id of shownIds.split(' ')) sweeps.addLinear(id);
  }, [sweeps, shownIds]);
  return (
    <div className={styles.view}>
      <div className={styles.side}>
        <NewSweep />
        <KeptSweeps theme={theme} pickedId={picked?.id} />
      </div>
      {picked === undefined ? (
        <Intro />
      ) : (
        <>
          <div className={styles.middle}>
            <div className={styles.charts}>
              {picked.plan.setting === 'beta' && <TradeOff {...{ theme, kept, shown, picked }} />}
              <SweepCurves theme={theme} kept={kept} shown={shown} picked={picked} />
            </div>
            <SweepPictures picked={picked} />
          </div>
          <SweepNumbers picked={picked} />
        </>
      )}
    </div>
  );
}

/** Shown before the first sweep. */
function Intro() {
  return (
    <Card title={t`Sweeps`} term="sweep" savable={false} className={styles.intro}>
      <div className={styles.introWords}>
        <p className={styles.lead}>{t`What does one more number in the code buy?`}</p>
        <p>{t`A sweep trains the experiment in Train once for each value of one setting, for the same number of steps each, and measures the whole test set. For the code size this gives the rate–distortion curve: how the error falls as the code gets longer. PCA, the best linear answer, is drawn beside it, and with noise the best linear denoiser.`}</p>
        <p>{t`Under each value you will see the same ten samples. What is finished is kept when you close the page.`}</p>
      </div>
    </Card>
  );
}
