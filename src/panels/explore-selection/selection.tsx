// The selected test images: how many of which class, what they look like, what their mean code decodes to, and where they
// can go from here.
import { countText, percentText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { select, selectClass } from '../../session/explore-actions';
import { useExploration, type ImageSet } from '../../session/explore-store';
import { runStore } from '../../session/run-store';
import { TextButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { Select } from '../../ui/controls/select';
import { useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import { ClassBars } from './class-bars';
import styles from './explore-selection.module.css';
import { SelectedRow } from './selected-row';
import { PickedUses, SelectionUses } from './selection-uses';
import { averagedImages, useDecodedMean, useSelectedImages } from './use-selected-images';

const noNames: readonly string[] = [];
const nothing = new Float32Array(0);

export function Selection() {
  const selected = useExploration((exploration) => exploration.selected);
  return (
    <Card
      title="Selection"
      subtitle={selected && `${countText(selected.indices.length)} images`}
      actions={
        <>
          <ClassChoice />
          {selected && <TextButton onClick={() => select(null)}>Clear</TextButton>}
        </>
      }
      className={styles.card}
    >
      <div className={styles.selection}>
        {selected ? (
          <Selected selected={selected} />
        ) : (
          <p className={styles.quiet}>
            Nothing is selected. Drag around points with the lasso, or choose a class here or below the maps.
          </p>
        )}
        <PickedUses />
      </div>
    </Card>
  );
}

const none = 'none';

function ClassChoice() {
  const names = useWhileInView(runStore, (run) => run.facts?.classNames ?? noNames);
  const selected = useExploration((exploration) => exploration.selected?.name ?? null);
  const shown = names.findIndex((name) => selected === `all of class ${name}`);
  return (
    <Select
      label="All of class"
      labelHidden
      look="quiet"
      value={shown < 0 ? none : String(shown)}
      options={[
        { value: none, label: 'all of class …', disabled: true },
        ...names.map((name, label) => ({ value: String(label), label: `all of class ${name}` })),
      ]}
      onChange={(label) => selectClass(Number(label))}
    />
  );
}

function Selected({ selected }: { selected: ImageSet }) {
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const labels = useWhileInView(runStore, (run) => run.testCodes?.labels ?? null);
  const names = useWhileInView(runStore, (run) => run.facts?.classNames ?? noNames);
  const images = useSelectedImages(selected);
  const decodedMean = useDecodedMean(selected);
  const size = shape && imageSize(shape);
  if (!size) return null;
  const count = selected.indices.length;
  const share = labels ? ` (${percentText(count / labels.length)})` : '';
  return (
    <>
      <div className={styles.summary}>
        <figure
          title={
            count > averagedImages
              ? `Mean of ${countText(averagedImages)} of the images`
              : 'Mean of the images'
          }
        >
          <PixelImage label="Mean image" values={images?.mean ?? nothing} {...size} />
          <figcaption className={styles.caption}>mean image</figcaption>
        </figure>
        <figure
          title={`What the decoder makes of the mean of the codes of the ${countText(count)} images${share}`}
        >
          <PixelImage label="Decoded mean code" values={decodedMean ?? nothing} {...size} />
          <figcaption className={styles.caption}>mean code</figcaption>
        </figure>
        {labels && <ClassBars indices={selected.indices} labels={labels} names={names} />}
      </div>
      {images && <SelectedRow indices={selected.indices} images={images.first} size={size} />}
      <SelectionUses />
    </>
  );
}
