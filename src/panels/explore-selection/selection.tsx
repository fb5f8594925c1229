// The selected test images: class counts, the images themselves, the decoded mean code, and links to other panels.
import { t } from '@lingui/core/macro';
import { countText, percentText } from '../../core/number-text';
import { hasClasses } from '../../core/samples/dataset-info';
import { sampleWords } from '../../core/samples/words/sample-words';
import { classSetOptions, classSetText } from '../../session/explore/words';
import { useSession } from '../../session/hooks/session-context';
import { classOf, type ImageSet } from '../../session/explore/exploration';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { Select } from '../../ui/controls/fields/select';
import { useWhileInView } from '../../ui/in-view/in-view';
import { SamplePicture } from '../../ui/sample/sample-picture';
import { ClassBars } from './facts/class-bars';
import styles from './explore-selection.module.css';
import { ErrorOfSelection } from './facts/error-of-selection';
import { SelectedRow } from './selected-row';
import { PickedUses, SelectionUses } from './selection-uses';
import { nothingSelectedText } from './words';
import { averagedImages, useDecodedMean, useSelectedImages } from './use-selected-images';

const nothing = new Float32Array(0);

export function Selection() {
  const { select } = useSession().explore;
  const selected = useExploration((exploration) => exploration.selected);
  const info = useDataset();
  const { many } = useSampleWords();
  const isOfClasses = info !== undefined && hasClasses(info);
  return (
    <Card
      title={t`Selection`}
      explanation={t`The samples that are selected on the map, and what their mean code decodes to.`}
      term="latent-space"
      subtitle={selected && `${countText(selected.indices.length)} ${many}`}
      actions={
        <>
          {isOfClasses && <ClassChoice names={info.classNames} />}
          {selected && <TextButton onClick={() => select(null)}>{t`Clear`}</TextButton>}
        </>
      }
      className={styles.card}
    >
      <div className={styles.selection}>
        {selected ? (
          <Selected selected={selected} />
        ) : (
          <p className={styles.quiet}>{nothingSelectedText(isOfClasses)}</p>
        )}
        <PickedUses />
      </div>
    </Card>
  );
}

const none = 'none';

function ClassChoice({ names }: { names: readonly string[] }) {
  const { selectClass } = useSession().explore;
  const shown = useExploration((exploration) => classOf(exploration.selected));
  return (
    <Select
      label={t`All of class`}
      labelHidden
      look="quiet"
      value={shown === null ? none : String(shown)}
      options={[{ value: none, label: classSetText('…'), disabled: true }, ...classSetOptions(names)]}
      explanation={t`Selects every test sample of one class.`}
      onChange={(label) => selectClass(Number(label))}
    />
  );
}

function Selected({ selected }: { selected: ImageSet }) {
  const info = useDataset();
  const labels = useWhileInView(useRunStore(), (run) => run.testCodes?.labels ?? null);
  const images = useSelectedImages(selected);
  const decodedMean = useDecodedMean(selected);
  if (!info) return null;
  const { one, many } = sampleWords(info.kind);
  const count = selected.indices.length;
  const counted = countText(count);
  return (
    <>
      <div className={styles.summary}>
        <figure
          title={
            count > averagedImages
              ? t`Mean of ${{ averagedImages: countText(averagedImages) }} of the ${many}`
              : t`Mean of the ${many}`
          }
        >
          <SamplePicture label={t`Mean ${one}`} info={info} values={images?.mean ?? nothing} />
          <figcaption className={styles.caption}>{t`mean ${one}`}</figcaption>
        </figure>
        <figure
          title={
            labels
              ? t`What the decoder makes of the mean of the codes of the ${counted} ${many} (${{ share: percentText(count / labels.length) }})`
              : t`What the decoder makes of the mean of the codes of the ${counted} ${many}`
          }
        >
          <SamplePicture label={t`Decoded mean code`} info={info} values={decodedMean ?? nothing} />
          <figcaption className={styles.caption}>{t`mean code`}</figcaption>
        </figure>
        {labels && hasClasses(info) ? (
          <ClassBars indices={selected.indices} labels={labels} names={info.classNames} />
        ) : (
          <ErrorOfSelection indices={selected.indices} />
        )}
      </div>
      {images && <SelectedRow indices={selected.indices} images={images.first} info={info} />}
      <SelectionUses />
    </>
  );
}
