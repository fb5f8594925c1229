// The same network trained on whole samples: what never having seen a hole costs. It is trained on request, beside the main run.
import { t } from '@lingui/core/macro';
import { hasMask } from '../../../core/experiment/rules';
import { countText, percentText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { useInpaintingRoom, useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useRunStore } from '../../../session/hooks/use-run';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { sampleAspect } from '../../../ui/sample/looks';
import { holeTexts } from '../words';
import { FilledPicture } from './filled-picture';
import styles from './pictures.module.css';

export function WholeAnswer({ info }: { info: DatasetInfo }) {
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const seesHoles = useExperiment(hasMask);
  const whole = useWhileInView(store, (state) => state.whole);
  const original = useWhileInView(store, (state) => state.original);
  const mask = useWhileInView(store, (state) => state.mask);
  const isTrained = useWhileInView(useRunStore(), (run) => run.step > 0);
  if (whole === null) {
    // The main run is that network already.
    if (!seesHoles) return null;
    return (
      <div className={styles.answer}>
        <div className={styles.offer} style={{ aspectRatio: sampleAspect(info.shape) }}>
          <span>{t`What would it fill in, had it never seen a hole?`}</span>
          <TextButton
            look="plain"
            explanation={holeTexts.compareExplanation}
            label={holeTexts.compare}
            disabled={!isTrained}
            onClick={inpainting.trainWhole}
          >
            {holeTexts.compareShort}
          </TextButton>
        </div>
      </div>
    );
  }
  const share = whole.lastStep === 0 ? 1 : whole.step / whole.lastStep;
  const isTraining = whole.step < whole.lastStep;
  return (
    <div className={styles.answer}>
      <FilledPicture
        label={t`Filled by a network that never saw holes`}
        caption={t`Never saw holes`}
        info={info}
        values={whole.filling?.filled ?? null}
        mask={mask}
        reference={original}
        readOut={{
          name: t`Hole MSE of a network that never saw holes`,
          mse: whole.filling?.holeMse ?? null,
        }}
        explanation={t`The same network, trained on whole samples for ${{ step: countText(whole.step) }} steps.`}
      />
      {isTraining && (
        <div className={styles.progress}>
          <ProgressTrack label={t`Training on whole samples`} share={share} text={percentText(share)} />
          <span>{t`step ${{ step: countText(whole.step) }} of ${{ lastStep: countText(whole.lastStep) }}`}</span>
        </div>
      )}
      <TextButton onClick={inpainting.endWhole} className={styles.remove}>
        {isTraining ? t`Stop` : t`Remove`}
      </TextButton>
    </div>
  );
}
