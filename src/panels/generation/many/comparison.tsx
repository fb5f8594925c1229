// The comparison: mean and deviation at each place, how far they differ, and whether nearest neighbours tell the samples apart.
import { largestDifferences } from '../../../core/latent/two-sample/moments';
import { percentText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import type { Resemblance } from '../../../session/explore/generated-samples';
import { useRun } from '../../../session/hooks/use-run';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { BandChart } from './band-chart';
import styles from './many.module.css';
import { manyTexts, verdictText } from './words';

interface ComparisonProps {
  readonly info: DatasetInfo;
  readonly answer: Resemblance;
  readonly pointsPerSecond: number | null;
}

export function Comparison({ info, answer, pointsPerSecond }: ComparisonProps) {
  const codeSize = useRun(({ experiment }) => experiment.codeSize);
  const { real, generated, accuracy } = answer;
  const difference = largestDifferences(real, generated);
  return (
    <>
      <div className={styles.numbers}>
        <ReadOut name={manyTexts.means} exact={difference.mean} explanation={manyTexts.meansExplanation}>
          {percentText(difference.mean, 1)}
        </ReadOut>
        <ReadOut
          name={manyTexts.deviations}
          exact={difference.deviation}
          explanation={manyTexts.deviationsExplanation}
        >
          {percentText(difference.deviation, 1)}
        </ReadOut>
        <ReadOut
          name={manyTexts.accuracy}
          exact={accuracy.generated}
          explanation={manyTexts.accuracyExplanation}
          emphasis
        >
          {percentText(accuracy.generated, 1)}
        </ReadOut>
        <ReadOut
          name={manyTexts.gaussian}
          exact={accuracy.gaussian}
          explanation={manyTexts.gaussianExplanation}
        >
          {percentText(accuracy.gaussian, 1)}
        </ReadOut>
      </div>
      <p className={styles.words}>{verdictText(answer, codeSize)}</p>
      {info.kind === 'signal' ? (
        <BandChart info={info} real={real} generated={generated} pointsPerSecond={pointsPerSecond} />
      ) : (
        <MomentPictures info={info} answer={answer} />
      )}
    </>
  );
}

function MomentPictures({ info, answer }: Omit<ComparisonProps, 'pointsPerSecond'>) {
  const pictures = (['mean', 'deviation'] as const).flatMap((which) =>
    (['real', 'generated'] as const).map((side) => ({
      label: `${manyTexts[which]}, ${manyTexts[side]}`,
      values: answer[side][which],
    })),
  );
  return (
    <div className={styles.pictures}>
      {pictures.map(({ label, values }) => (
        <figure key={label}>
          <SamplePicture label={label} info={info} values={values} />
          <figcaption className={styles.words}>{label}</figcaption>
        </figure>
      ))}
    </div>
  );
}
