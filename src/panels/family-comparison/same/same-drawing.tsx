// Live reconstructions of one drawing by all four networks. The Train workspace shares the drawing.
import { t } from '@lingui/core/macro';
import { isNoisy } from '../../../catalog/corrupt';
import { families, type FamilyId } from '../../../catalog/families/registry';
import { lossText } from '../../../core/number-text';
import { useLookAt } from '../../../session/hooks/use-look-at';
import { familyIds, ofFamily } from '../../../session/comparison/families';
import { useComparisonStore } from '../../../session/hooks/use-comparison';
import { useSamplePad } from '../../../session/hooks/use-sample-pad';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useInViewEffect, useWhileInView } from '../../../ui/in-view/in-view';
import { SmallPad } from '../../../ui/pad/small-pad';
import { sampleAspect } from '../../../ui/sample/looks';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { FamilyScope } from '../family-scope';
import { meanSquaredError } from '../../../core/pca/squared-error';
import { comparisonSource } from '../words';
import styles from './same-drawing.module.css';

const looksAt = ['drawing'] as const;

export function SameDrawing() {
  useInViewEffect(useLookAt(looksAt));
  const { pad, hasDrawing, clear, failure } = useSamplePad();
  return (
    <Card
      source={comparisonSource}
      title={t`The same drawing`}
      explanation={t`What you draw is given to all four networks and to PCA.`}
      term="reconstruction"
      subtitle={t`drawn once, rebuilt by all four`}
      actions={
        <TextButton label={t`Clear drawing`} disabled={!hasDrawing} onClick={clear}>{t`Clear`}</TextButton>
      }
      className={styles.card}
    >
      <div className={styles.panel}>
        <SmallPad {...pad} failure={failure} className={styles.pad} />
        <div className={styles.answers}>
          {familyIds.map((id) => (
            <Answer key={id} family={id} />
          ))}
        </div>
      </div>
    </Card>
  );
}

function Answer({ family }: { family: FamilyId }) {
  const answer = useWhileInView(
    useComparisonStore(),
    (state) => ofFamily(state.runs, family)?.run.drawing ?? null,
  );
  const info = useWhileInView(
    useComparisonStore(),
    (state) => ofFamily(state.runs, family)?.run.facts?.dataset,
  );
  const isOfNoisy = useWhileInView(useComparisonStore(), (state) => {
    const experiment = ofFamily(state.runs, family)?.run.experiment;
    return experiment !== undefined && isNoisy(experiment);
  });
  const { label } = families[family];
  return (
    <FamilyScope family={family}>
      <figure className={styles.answer}>
        {answer && info ? (
          <SamplePicture
            label={t`Drawing through ${label}`}
            info={info}
            values={answer.reconstructed}
            reference={answer.original}
          />
        ) : (
          <div className={styles.nothing} style={{ aspectRatio: info ? sampleAspect(info.shape) : 1 }} />
        )}
        <figcaption>
          <span className={styles.family}>{label}</span>
          <span className={styles.mse}>
            {answer ? `MSE ${lossText(meanSquaredError(answer.reconstructed, answer.original))}` : '—'}
          </span>
          {isOfNoisy && <span className={styles.mse}>{t`noisy copy`}</span>}
        </figcaption>
      </figure>
    </FamilyScope>
  );
}
