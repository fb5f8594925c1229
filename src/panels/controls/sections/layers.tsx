// The layers on both sides of the code: widths of dense layers, feature maps of convolutional layers.
import { t } from '@lingui/core/macro';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';
import { controlText } from '../../../core/experiment/control-texts';
import { ranges } from '../../../core/experiment/experiment';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { Slider } from '../../../ui/controls/slider/slider';
import styles from '../controls.module.css';
import { withLayerCount, withWidth } from '../hidden-layers';
import { SettingSlider } from '../setting-slider';

const filterCounts = [4, 8, 12, 16, 24, 32, 48, 64];

export function DenseLayers() {
  const { run } = useSession();
  const hidden = useExperiment((experiment) => experiment.hidden);
  const say = useSampleText();
  const { label, summary, formula } = controlText('hidden');
  return (
    <>
      <Slider
        label={label}
        value={hidden.length}
        min={ranges.hiddenLayers.min}
        max={ranges.hiddenLayers.max}
        step={1}
        format={() => hidden.join(' · ')}
        isTyped={false}
        explanation={t`${{ summary: say(summary) }} Adding or removing a layer starts over.`}
        term="hidden-layer"
        formula={formula}
        onChange={(count) => run.change({ hidden: withLayerCount(hidden, count) })}
      />
      <div className={styles.widths}>
        {hidden.map((width, layer) => (
          <Slider
            key={layer}
            label={t`Layer ${{ layer: layer + 1 }}`}
            value={width}
            min={ranges.hiddenWidth.min}
            max={ranges.hiddenWidth.max}
            step={1}
            scale="log"
            explanation={t`Nodes in hidden layer ${{ layer: layer + 1 }} of the encoder, and in its mirror in the decoder.`}
            onChange={(value) => run.change({ hidden: withWidth(hidden, layer, value) })}
          />
        ))}
      </div>
    </>
  );
}

export function ConvolutionalLayers() {
  const filters = useExperiment((experiment) => experiment.filters);
  /** Feature maps of each convolution; each layer doubles those of the one before. */
  const maps = (layers: number) => Array.from({ length: layers }, (_, layer) => filters * 2 ** layer);
  return (
    <>
      <SettingSlider
        setting="convLayers"
        step={1}
        format={(layers) => maps(layers).join(' · ')}
        isTyped={false}
      />
      <SettingSlider setting="filters" stops={filterCounts} />
    </>
  );
}
