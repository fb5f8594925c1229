// The few numbers of the run that matter where codes are explored: how far it is, and what its code is worth beside PCA's.
import { pcaCodeSize } from '../../core/pca';
import { countText, lossText, otherStepText } from '../../core/number-text';
import { usePca } from '../../session/pca-store';
import { useRun } from '../../session/run-store';
import { ReadOut } from '../../ui/controls/read-out';
import styles from './explore-read-outs.module.css';

export function ExploreReadOuts() {
  return (
    <div className={styles.readOuts} role="group" aria-label="Measurements">
      <StepReadOut />
      <CodeSizeReadOut />
      <TestMseReadOut />
      <PcaMseReadOut />
    </div>
  );
}

function StepReadOut() {
  const step = useRun((run) => run.step);
  return (
    <ReadOut name="Step" exact={step} explanation="Batches the network has been trained on.">
      {countText(step)}
    </ReadOut>
  );
}

function CodeSizeReadOut() {
  const codeSize = useRun((run) => run.experiment.codeSize);
  return (
    <ReadOut
      name="Code size"
      exact={codeSize}
      explanation="Numbers in a code: the bottleneck. It is changed in Train."
    >
      {countText(codeSize)}
    </ReadOut>
  );
}

function TestMseReadOut() {
  const mse = useRun((run) => run.testAll?.evaluation.mse ?? null);
  const outdated = useRun((run) => run.testAll?.outdated ?? false);
  const otherStep = useRun((run) => run.testAll && otherStepText(run.testAll.evaluation.step, run.step));
  return (
    <ReadOut
      name="Test MSE"
      emphasis
      exact={outdated ? undefined : (mse ?? undefined)}
      caption={otherStep ? `Test MSE, ${otherStep}` : undefined}
      explanation="Mean squared error of the reconstruction, per pixel, on all test images."
      className={outdated ? styles.outdated : undefined}
    >
      {mse === null ? '—' : lossText(mse)}
    </ReadOut>
  );
}

function PcaMseReadOut() {
  const codeSize = useRun((run) => run.experiment.codeSize);
  const dataset = useRun((run) => run.experiment.dataset);
  const mse = usePca(({ model }) =>
    model?.dataset === dataset ? (model.testMse[pcaCodeSize(model, codeSize)] ?? null) : null,
  );
  return (
    <ReadOut
      name="PCA test MSE"
      caption={`PCA at ${countText(codeSize)}`}
      exact={mse ?? undefined}
      explanation={`Mean squared error of the best linear answer with as many numbers, on all test images${mse === null ? ': being computed' : ''}.`}
    >
      {mse === null ? '—' : lossText(mse)}
    </ReadOut>
  );
}
