// Latent arithmetic: decodes A − B + C for mean codes of selected images.
import { t } from '@lingui/core/macro';
import { useMemo, type CSSProperties } from 'react';
import { meanCode } from '../../core/latent/code-plane';
import { countText } from '../../core/number-text';
import { hasClasses, type DatasetInfo } from '../../core/samples/dataset-info';
import { sampleWords } from '../../core/samples/words/sample-words';
import { sampleSize } from '../../core/samples/samples';
import { classSetOptions, imageSetText } from '../../session/explore/words';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useDecoded } from '../../session/hooks/explore/use-decoded';
import { codeViews } from '../../session/explore/code-views';
import { classOf, type Exploration, type ImageSet } from '../../session/explore/exploration';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { Select } from '../../ui/controls/fields/select';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { sampleAspect } from '../../ui/sample/looks';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './arithmetic.module.css';
import { combinedCode, type Places } from './combined-code';
import { arithmeticText } from './words';

const places = [
  { id: 'a', name: 'A', sign: '' },
  { id: 'b', name: 'B', sign: '−' },
  { id: 'c', name: 'C', sign: '+' },
] as const;
type PlaceId = keyof Exploration['arithmetic'];

export function Arithmetic() {
  useInViewEffect(useLookAt(codeViews));
  const testCodes = useWhileInView(useRunStore(), (run) => run.testCodes);
  const info = useDataset();
  const { many } = useSampleWords();
  const sets = useExploration((exploration) => exploration.arithmetic);
  const means: Places | null = useMemo(() => {
    if (testCodes === null) return null;
    const { codes, codeSize } = testCodes;
    const mean = (set: ImageSet | null) => set && meanCode(codes, codeSize, set.indices);
    return { a: mean(sets.a), b: mean(sets.b), c: mean(sets.c) };
  }, [testCodes, sets]);
  const question = useMemo(() => means && combinedCode(means), [means]);
  const answer = useDecoded(question, testCodes);
  if (testCodes === null || !info) {
    return (
      <p className={styles.words}>{t`Codes can be added up here once all test ${many} have been encoded.`}</p>
    );
  }
  const pixels = sampleSize(info.shape);
  const decoded = (row: number) => answer?.images.subarray(row * pixels, (row + 1) * pixels);
  let row = 0;
  return (
    <div className={styles.panel} style={{ '--aspect': sampleAspect(info.shape) } as CSSProperties}>
      <div className={styles.equation}>
        {places.map(({ id, name, sign }) => {
          const image = sets[id] ? decoded(++row) : undefined;
          return (
            <div key={id} className={styles.term}>
              {sign !== '' && <span className={styles.sign}>{sign}</span>}
              <figure>
                <div className={styles.frame}>
                  {image && <SamplePicture label={t`Mean of ${name}, decoded`} info={info} values={image} />}
                </div>
                <SetChoice id={id} name={name} set={sets[id]} info={info} />
              </figure>
            </div>
          );
        })}
        <div className={styles.term}>
          <span className={styles.sign}>=</span>
          <figure>
            <div className={styles.result}>
              {question && answer && (
                <SamplePicture
                  label={t`Result of the arithmetic`}
                  info={info}
                  values={decoded(0) ?? answer.images}
                />
              )}
            </div>
            <figcaption className={styles.words}>{t`decoded`}</figcaption>
          </figure>
        </div>
      </div>
      <p className={styles.words}>{arithmeticText(hasClasses(info))}</p>
    </div>
  );
}

interface SetChoiceProps {
  id: PlaceId;
  name: string;
  set: ImageSet | null;
  info: DatasetInfo;
}

function SetChoice({ id, name, set, info }: SetChoiceProps) {
  const { classSet, putInPlace } = useSession().explore;
  const chosen = set === null ? 'none' : String(classOf(set) ?? 'lasso');
  return (
    <Select
      label={name}
      value={chosen}
      options={[
        { value: 'none', label: t`nothing` },
        ...(set?.origin.kind === 'lasso'
          ? [{ value: 'lasso', label: imageSetText(set, info.classNames) }]
          : []),
        ...(hasClasses(info) ? classSetOptions(info.classNames) : []),
      ]}
      onChange={(value) => {
        if (value !== 'lasso') putInPlace(id, value === 'none' ? null : classSet(Number(value)));
      }}
      note={set === null ? undefined : `${countText(set.indices.length)} ${sampleWords(info.kind).many}`}
    />
  );
}
