// The errors inside the hole as a table: of this sample, and over test samples with the same holes for every method.
import { t } from '@lingui/core/macro';
import { Gauge, X } from 'lucide-react';
import { rivalIds, type RivalId } from '../../../core/inpainting/inpainting-api';
import { lossText, otherStepText, percentText } from '../../../core/number-text';
import { analysisProgressText } from '../../../session/analysis/words';
import { failureText } from '../../../session/engine/notices/words';
import { useSampleText, useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useInpaintingRoom, useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useRunStore } from '../../../session/hooks/use-run';
import type { InpaintingState, MeasuredHoles } from '../../../session/inpainting/inpainting';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { measuredWords, rivalWords, testColumnText, verdictText } from '../words';
import { ExplainedLabel } from '../../../ui/explanation/explained-label';
import { Tooltip } from '../../../ui/explanation/tooltip';
import styles from './measured-card.module.css';

const holeKinds = Object.keys(measuredWords) as MeasuredHoles[];

export function MeasuredCard() {
  const say = useSampleText();
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const holes = useWhileInView(store, (state) => state.holes);
  return (
    <Card
      title={t`Error in the hole`}
      term="baseline"
      subtitle={t`mean squared error inside the hole alone`}
      actions={
        <SegmentedRadio
          label={t`Holes to measure`}
          look="quiet"
          value={holes}
          options={holeKinds.map((value) => ({
            value,
            label: say(measuredWords[value].label),
            explanation: say(measuredWords[value].explanation),
          }))}
          onChange={inpainting.measure}
        />
      }
    >
      <ErrorTable />
      <Verdict />
      <Measuring />
    </Card>
  );
}

function countOf({ networkError, rivalErrors }: InpaintingState): number | undefined {
  return (networkError ?? rivalErrors)?.count;
}

interface Row {
  readonly id: string;
  readonly name: string;
  /** Under the name. */
  readonly note?: string | null;
  readonly output: string;
  readonly ofSample: number | null;
  readonly ofTest: number | null;
  readonly isOfNetwork: boolean;
}

function useRows(): readonly Row[] {
  const say = useSampleText();
  const store = useInpaintingStore();
  const network = useWhileInView(store, (state) => state.network);
  const networkError = useWhileInView(store, (state) => state.networkError);
  const rivals = useWhileInView(store, (state) => state.rivals);
  const rivalErrors = useWhileInView(store, (state) => state.rivalErrors);
  const whole = useWhileInView(store, (state) => state.whole);
  const step = useWhileInView(useRunStore(), (run) => run.step);
  const other = networkError && otherStepText(networkError.step, step);
  const rows: Row[] = rivalIds.map((id) => ({
    id,
    name: say(rivalWords[id].caption),
    output: t`Test hole MSE of ${{ of: rivalWords[id].of }}`,
    ofSample: rivals?.[id]?.holeMse ?? null,
    ofTest: rivalErrors?.mse[id] ?? null,
    isOfNetwork: false,
  }));
  if (whole) {
    rows.push({
      id: 'whole',
      name: t`Never saw holes`,
      output: t`Test hole MSE of a network that never saw holes`,
      ofSample: whole.filling?.holeMse ?? null,
      ofTest: whole.measured?.mse ?? null,
      isOfNetwork: false,
    });
  }
  rows.push({
    id: 'network',
    name: t`This network`,
    note: other,
    output: t`Test hole MSE`,
    ofSample: network?.holeMse ?? null,
    ofTest: networkError?.mse ?? null,
    isOfNetwork: true,
  });
  return rows;
}

function ErrorTable() {
  const words = useSampleWords();
  const count = useWhileInView(useInpaintingStore(), countOf);
  const rows = useRows();
  const largest = Math.max(...rows.map(({ ofTest }) => ofTest ?? 0));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t`Filled in by`}</th>
          <th scope="col">{t`this ${{ one: words.one }}`}</th>
          <th scope="col">{testColumnText(count, words)}</th>
          <td className={styles.barCell} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, note, output, ofSample, ofTest, isOfNetwork }) => (
          <tr key={id} className={isOfNetwork ? styles.network : undefined}>
            <th scope="row">
              <Tooltip term={isOfNetwork ? 'inpainting' : 'baseline'}>
                <span>
                  <ExplainedLabel>{name}</ExplainedLabel>
                </span>
              </Tooltip>
              {note != null && <span className={styles.note}>{note}</span>}
            </th>
            <td data-value={ofSample ?? undefined}>{ofSample === null ? '—' : lossText(ofSample)}</td>
            <td>
              <output aria-label={output} aria-live="off" data-value={ofTest ?? undefined}>
                {ofTest === null ? '—' : lossText(ofTest)}
              </output>
            </td>
            <td className={styles.barCell} aria-hidden="true">
              {ofTest !== null && largest > 0 && (
                <span
                  className={styles.bar}
                  style={{ width: percentText(ofTest / largest, 1).replace(' ', '') }}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the numbers say, of the network against the best of the others. */
function Verdict() {
  const store = useInpaintingStore();
  const network = useWhileInView(store, (state) => state.networkError?.mse ?? null);
  const rivalErrors = useWhileInView(store, (state) => state.rivalErrors);
  if (network === null || rivalErrors === null) return null;
  const measured = rivalIds.flatMap((id): { id: RivalId; mse: number }[] => {
    const mse = rivalErrors.mse[id];
    return mse === null ? [] : [{ id, mse }];
  });
  const [first, ...rest] = measured;
  if (!first) return null;
  const best = rest.reduce((least, one) => (one.mse < least.mse ? one : least), first);
  return <p className={styles.verdict}>{verdictText(network, best)}</p>;
}

function Measuring() {
  const words = useSampleWords();
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const holes = useWhileInView(store, (state) => state.holes);
  const measuring = useWhileInView(store, (state) => state.measuring);
  const { progress, failure } = useWhileInView(store, (state) => state.rivalErrorsTask);
  const share = progress?.share ?? measuring;
  if (share === null) {
    return (
      <div className={styles.measuring}>
        <TextButton
          look="plain"
          icon={Gauge}
          explanation={t`All methods fill in the same holes in the same test samples`}
          onClick={() => inpainting.measure(holes)}
        >{t`Measure`}</TextButton>
        {failure !== null && (
          <span role="alert">{t`Not measured: ${{ failure: failureText(failure) }}`}</span>
        )}
      </div>
    );
  }
  const text = progress
    ? analysisProgressText(progress, words)
    : t`This network: ${{ share: percentText(share) }}`;
  return (
    <div className={styles.measuring}>
      <div className={styles.progress}>
        <span>{text}</span>
        <ProgressTrack label={t`Measuring the holes`} share={share} text={text} />
      </div>
      <TextButton look="plain" icon={X} onClick={inpainting.cancelMeasuring}>{t`Cancel`}</TextButton>
    </div>
  );
}
