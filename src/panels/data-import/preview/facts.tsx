// The numbers of the data set to be.
import { t } from '@lingui/core/macro';
import type { ImportPreview } from '../../../core/import/import-api';
import { countText } from '../../../core/number-text';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { formatText, rangeText, shapeText, splitCountsText, texts } from '../words';
import styles from './facts.module.css';

export function Facts({ preview }: { preview: ImportPreview }) {
  const { trainCount, testCount, shape, classes, valueRange, format } = preview;
  const count = trainCount + testCount;
  return (
    <div className={styles.facts}>
      <ReadOut name={t`Samples`} exact={count} caption={splitCountsText(preview)} term="test-set">
        {countText(count)}
      </ReadOut>
      <ReadOut
        name={t`Sample shape`}
        exact={shape.join('x')}
        caption={formatText(format)}
        explanation={texts.shapeExplanation}
        term="sample"
      >
        {shapeText(shape)}
      </ReadOut>
      <ReadOut
        name={t`Classes`}
        exact={classes?.length ?? 0}
        caption={texts.classes}
        explanation={texts.classesExplanation}
        term="data-set"
      >
        {classes === null ? texts.noClasses : countText(classes.length)}
      </ReadOut>
      <ReadOut
        name={t`Value range`}
        exact={valueRange.join(' ')}
        caption={texts.valueRange}
        explanation={texts.rangeExplanation}
        term="data-set"
      >
        {rangeText(valueRange)}
      </ReadOut>
    </div>
  );
}
