// Rate and distortion: what one setting buys. Left what is swept and what is kept, in the middle the curve and the pictures
// under its points, right the numbers.
import { useSweepDraft } from '../../session/sweep-draft-store';
import { useSweeps } from '../../session/sweep-store';
import { useTheme } from '../../session/theme-store';
import { Card } from '../../ui/controls/card';
import { KeptSweeps } from './kept-sweeps';
import { NewSweep } from './new-sweep';
import { SweepCurves } from './sweep-curves';
import { SweepNumbers } from './sweep-numbers';
import { SweepPictures } from './sweep-pictures';
import styles from './sweeps.module.css';

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
            <SweepCurves theme={theme} kept={kept} shown={shown} picked={picked} />
            <SweepPictures picked={picked} />
          </div>
          <SweepNumbers picked={picked} />
        </>
      )}
    </div>
  );
}

/** What will happen, before anything has. */
function Intro() {
  return (
    <Card title="Rate against distortion" className={styles.intro}>
      <div className={styles.introWords}>
        <p className={styles.lead}>What does one more number in the code buy?</p>
        <p>
          A sweep trains the experiment of Train once for each value of one setting, with the same number of
          steps each, and measures all test images. Over the code size that is the curve of rate against
          distortion: how much smaller the error gets as the code gets longer. PCA, the best linear answer, is
          drawn beside it.
        </p>
        <p>
          Under each value you will see the same ten images. What is finished is kept when you close the page.
        </p>
      </div>
    </Card>
  );
}
