// Sums of mean codes: what A has, without what B has, with what C has, decoded.
import { useMemo } from 'react';
import { meanCode } from '../../core/code-plane';
import type { Decoded } from '../../core/engine-api';
import { countText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { decode } from '../../session/actions';
import { classSet, putInPlace } from '../../session/explore-actions';
import { useExploration, type Exploration, type ImageSet } from '../../session/explore-store';
import { lookAtCodes } from '../../session/look-at-codes';
import { runStore } from '../../session/run-store';
import { useAnswer } from '../../session/use-answer';
import { Select } from '../../ui/controls/select';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './arithmetic.module.css';
import { combinedCode, type Places } from './combined-code';

const places = [
  { id: 'a', name: 'A', sign: '' },
  { id: 'b', name: 'B', sign: '−' },
  { id: 'c', name: 'C', sign: '+' },
] as const;
type PlaceId = keyof Exploration['arithmetic'];

export function Arithmetic() {
  useInViewEffect(lookAtCodes);
  const testCodes = useWhileInView(runStore, (run) => run.testCodes);
  const facts = useWhileInView(runStore, (run) => run.facts);
  const sets = useExploration((exploration) => exploration.arithmetic);
  const means: Places | null = useMemo(() => {
    if (testCodes === null) return null;
    const { codes, codeSize } = testCodes;
    const mean = (set: ImageSet | null) => set && meanCode(codes, codeSize, set.indices);
    return { a: mean(sets.a), b: mean(sets.b), c: mean(sets.c) };
  }, [testCodes, sets]);
  const question = useMemo(() => means && combinedCode(means), [means]);
  const answer = useAnswer<Float32Array, Decoded>(question, decode, testCodes);
  const size = facts && imageSize(facts.sampleShape);
  if (testCodes === null || facts === null) {
    return <p className={styles.words}>Here codes are added up once all test images have been encoded.</p>;
  }
  if (!size) return <p className={styles.words}>These samples are not images.</p>;
  const pixels = size.height * size.width * size.channels;
  const decoded = (row: number) => answer?.images.subarray(row * pixels, (row + 1) * pixels);
  let row = 0;
  return (
    <div className={styles.panel}>
      <div className={styles.equation}>
        {places.map(({ id, name, sign }) => {
          const image = sets[id] ? decoded(++row) : undefined;
          return (
            <div key={id} className={styles.term}>
              {sign !== '' && <span className={styles.sign}>{sign}</span>}
              <figure>
                <div className={styles.frame}>
                  {image && <PixelImage label={`Mean of ${name}, decoded`} values={image} {...size} />}
                </div>
                <SetChoice id={id} name={name} set={sets[id]} classNames={facts.classNames} />
              </figure>
            </div>
          );
        })}
        <div className={styles.term}>
          <span className={styles.sign}>=</span>
          <figure>
            <div className={styles.result}>
              {question && answer && (
                <PixelImage label="Result of the arithmetic" values={decoded(0) ?? answer.images} {...size} />
              )}
            </div>
            <figcaption className={styles.words}>decoded</figcaption>
          </figure>
        </div>
      </div>
      <p className={styles.words}>
        Mean code of A, minus that of B, plus that of C. A place that is empty counts for nothing. Sets come
        from the menus, or from the map: select with the lasso, then “Use as A, B or C”.
      </p>
    </div>
  );
}

interface SetChoiceProps {
  id: PlaceId;
  name: string;
  set: ImageSet | null;
  classNames: readonly string[];
}

function SetChoice({ id, name, set, classNames }: SetChoiceProps) {
  const isClass = (label: number) => set?.name === classSet(label)?.name;
  const chosen = set === null ? 'none' : String(classNames.findIndex((_, label) => isClass(label)));
  return (
    <Select
      label={name}
      value={chosen}
      options={[
        { value: 'none', label: 'nothing' },
        ...(chosen === '-1' ? [{ value: '-1', label: set?.name ?? '' }] : []),
        ...classNames.map((className, label) => ({
          value: String(label),
          label: `all of class ${className}`,
        })),
      ]}
      onChange={(value) => {
        if (value !== '-1') putInPlace(id, value === 'none' ? null : classSet(Number(value)));
      }}
      note={set === null ? undefined : `${countText(set.indices.length)} images`}
    />
  );
}
