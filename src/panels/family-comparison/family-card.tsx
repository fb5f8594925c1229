// One of the four: what makes it what it is, how far it is, how well it does.
import { families, type FamilyId } from '../../catalog/families/registry';
import { countText, lossText, otherStepText } from '../../core/number-text';
import { isDone, nextExperiments, shareDone, statusOf } from '../../session/comparison';
import { comparisonStore } from '../../session/comparison-store';
import { useExperiment } from '../../session/experiment-store';
import type { Run } from '../../session/run';
import { classNames } from '../../ui/class-names';
import { Card } from '../../ui/controls/card';
import { ProgressTrack } from '../../ui/controls/progress-track';
import { ReadOut } from '../../ui/controls/read-out';
import { useWhileInView } from '../../ui/in-view/in-view';
import styles from './family-card.module.css';
import { FamilyScope } from './family-scope';
import { doingText, newestEvaluation, ownNumber, whatDiffers, type OwnNumber } from './family-words';

export function FamilyCard({ family }: { family: FamilyId }) {
  const hasRuns = useWhileInView(comparisonStore, (state) => state.runs !== null);
  return (
    <FamilyScope family={family} className={styles.place}>
      <Card title={families[family].label} className={styles.card}>
        <Differs family={family} />
        {hasRuns ? <Running family={family} /> : <p className={styles.summary}>{families[family].summary}</p>}
      </Card>
    </FamilyScope>
  );
}

function Differs({ family }: { family: FamilyId }) {
  const state = useWhileInView(comparisonStore, ({ runs, codeSize }) => (runs === null ? codeSize : runs));
  const chosen = useExperiment((experiment) => experiment);
  const planned = (id: FamilyId) =>
    typeof state === 'object' && state !== null
      ? state[id].run.experiment
      : nextExperiments({ codeSize: state }, chosen)[id];
  return <p className={styles.differs}>{whatDiffers(planned(family), planned('undercomplete'))}</p>;
}

function Running({ family }: { family: FamilyId }) {
  const record = useWhileInView(comparisonStore, (state) => state.runs?.[family]);
  const passes = useWhileInView(comparisonStore, (state) => state.passes);
  const isTraining = useWhileInView(comparisonStore, (state) => statusOf(state) === 'training');
  if (!record) return null;
  const { run } = record;
  const isBroken = record.refusal !== null || record.diverged !== null;
  const share = shareDone(record, passes);
  const label = families[family].label;
  return (
    <div className={styles.running}>
      <div className={styles.numbers}>
        <TestMse run={run} />
        <Own number={ownNumber(family, record)} />
        <ReadOut
          name="Images per second"
          caption="images/s"
          exact={run.imagesPerSecond}
          explanation="Training images per second of this one, in turns with the others."
        >
          {run.imagesPerSecond > 0 ? countText(Number(run.imagesPerSecond.toPrecision(2))) : '—'}
        </ReadOut>
      </div>
      <div className={styles.progress}>
        <ProgressTrack
          label={`Progress of ${label}`}
          share={share}
          text={doingText(record, passes, isTraining)}
        />
      </div>
      <p
        className={classNames(styles.doing, isBroken && styles.broken)}
        role={isBroken ? 'alert' : undefined}
        data-done={isDone(record, passes)}
      >
        {doingText(record, passes, isTraining)}
      </p>
    </div>
  );
}

function TestMse({ run }: { run: Run }) {
  const evaluation = newestEvaluation(run);
  if (evaluation === null) {
    return (
      <ReadOut
        name="Test MSE"
        emphasis
        explanation="Mean squared error per pixel on test images; not measured yet."
      >
        —
      </ReadOut>
    );
  }
  const { mse, count, step, scope } = evaluation;
  const otherStep = otherStepText(step, run.step);
  const caption = scope === 'all' ? 'Test MSE' : `Test MSE, ${countText(count)} images`;
  return (
    <ReadOut
      name="Test MSE"
      emphasis
      exact={mse}
      caption={scope === 'all' && otherStep !== null ? `Test MSE, ${otherStep}` : caption}
      explanation={`Mean squared error per pixel on ${scope === 'all' ? 'all ' : ''}${countText(count)} test images, at step ${countText(step)}. When the four rest, it is measured on all of them.`}
    >
      {lossText(mse)}
    </ReadOut>
  );
}

function Own({ number: { name, exact, text, explanation } }: { number: OwnNumber }) {
  return (
    <ReadOut name={name} exact={exact} explanation={explanation}>
      {text}
    </ReadOut>
  );
}
