// PCA beside the families: the strongest simple baseline, with as many components as their codes have units.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { sameSamples } from '../../../core/experiment/trained-on';
import { countText } from '../../../core/number-text';
import { pcaSamples } from '../../../core/pca/pca-samples';
import { standardDraws } from '../../../core/latent/fitted-gaussian';
import type { PcaModel } from '../../../core/analysis-api';
import { sharedCodeSize } from '../../../session/comparison/families';
import { sampleCount } from '../../../session/comparison/trial/trial-state';
import { usePcaWaiting } from '../../../session/hooks/analysis/pca-waiting';
import { usePca } from '../../../session/hooks/analysis/use-pca';
import { useSession } from '../../../session/hooks/session-context';
import { useComparisonStore } from '../../../session/hooks/use-comparison';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useTrialStore } from '../../../session/hooks/comparison/use-trial';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { pcaSamplesText, comparisonSource } from '../words';
import styles from './family-card.module.css';
import { denoiserNumber, pcaNumbers } from './family-numbers';
import { NumberLines } from './number-lines';
import { Purpose } from './purpose';
import { SamplesRow } from './samples-row';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

export function PcaCard() {
  const compared = useWhileInView(useComparisonStore(), (state) => state.runs[0]?.run.experiment);
  const planned = useWhileInView(useComparisonStore(), (state) => state.codeSize);
  const followed = useExperiment(sharedCodeSize);
  const chosen = useExperiment((experiment) => experiment);
  const samples = compared ?? chosen;
  const model = usePca((pca) => (pca.model && sameSamples(pca.model.trainedOn, samples) ? pca.model : null));
  return (
    <div className={styles.place}>
      <Card source={comparisonSource} title="PCA" term="pca" className={styles.pca}>
        <Purpose of="pca" />
        <p className={styles.differs}>{t`Principal component analysis`}</p>
        {model ? <Fitted model={model} codeSize={compared?.codeSize ?? planned ?? followed} /> : <Waiting />}
      </Card>
    </div>
  );
}

function Fitted({ model, codeSize }: { model: PcaModel; codeSize: number }) {
  const say = useSampleText();
  const seed = useWhileInView(useTrialStore(), (state) => state.seed);
  const denoiser = useWhileInView(useTrialStore(), ({ denoiser: measured, images }) =>
    measured !== null && measured.of === images && measured.codeSize === codeSize ? measured : null,
  );
  const samples = useMemo(
    () => pcaSamples(model, standardDraws(sampleCount, codeSize, seed), codeSize),
    [model, codeSize, seed],
  );
  return (
    <>
      <NumberLines numbers={[...pcaNumbers(model, codeSize), denoiserNumber(denoiser)]} />
      <SamplesRow
        label={t`Samples of PCA`}
        images={samples}
        shape={model.sampleShape}
        from={pcaSamplesText}
      />
      <p className={styles.fitted}>
        {say(({ many }) => t`Fitted to ${{ trainCount: countText(model.trainCount) }} training ${many}`)}
      </p>
    </>
  );
}

function Waiting() {
  const { pca } = useSession().analysis;
  const say = useSampleText();
  const { words, hasFailed } = usePcaWaiting();
  return (
    <div className={styles.waiting}>
      <p>{words}</p>
      {hasFailed && (
        <TextButton
          explanation={say(({ many }) => t`Computes PCA of the training ${many} again`)}
          onClick={pca.retry}
        >{t`Try again`}</TextButton>
      )}
    </div>
  );
}
