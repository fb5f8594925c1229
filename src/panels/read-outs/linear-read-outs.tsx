// PCA and the linear denoiser as read-outs. They follow the bottleneck immediately.
import { t } from '@lingui/core/macro';
import type { TermId } from '../../core/glossary/term-id';
import type { SampleText } from '../../core/samples/words/sample-words';
import { lossText, percentText } from '../../core/number-text';
import { useRivalsWaiting } from '../../session/hooks/analysis/pca-waiting';
import { useLinearRivals, useLookAtNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import { ReadOut } from '../../ui/controls/read-out/read-out';
import { useInViewEffect } from '../../ui/in-view/in-view';
import { denoiserMeaning, pcaCaption, pcaMeaning } from './words';
import { useSampleText } from '../../session/hooks/datasets/use-dataset';

export function PcaReadOut({ className }: { className?: string | undefined }) {
  const rivals = useLinearRivals();
  return (
    <LinearReadOut
      name={t`PCA test MSE`}
      term="pca"
      caption={pcaCaption(rivals)}
      mse={rivals.pcaMse}
      meaning={pcaMeaning(rivals)}
      className={className}
    />
  );
}

/** Only with noise: without, it is PCA. */
export function LinearDenoiserReadOut() {
  const rivals = useLinearRivals();
  if (!rivals.isNoisy || (rivals.pcaMse !== null && rivals.denoiserMse === null)) return null;
  return (
    <LinearReadOut
      name={t`Linear denoiser MSE`}
      term="linear-denoiser"
      caption={t`Linear denoiser`}
      mse={rivals.denoiserMse}
      meaning={denoiserMeaning(rivals)}
    />
  );
}

interface LinearReadOutProps {
  name: string;
  term: TermId;
  caption: string;
  mse: number | null;
  meaning: SampleText;
  className?: string | undefined;
}

function LinearReadOut({ name, term, caption, mse, meaning, className }: LinearReadOutProps) {
  useInViewEffect(useLookAtNoisy());
  const { words, share } = useRivalsWaiting();
  const say = useSampleText();
  const progress = share === null ? '—' : percentText(share);
  return (
    <ReadOut
      name={name}
      term={term}
      caption={caption}
      exact={mse ?? undefined}
      explanation={mse !== null ? say(meaning) : words}
      className={className}
    >
      {mse !== null ? lossText(mse) : progress}
    </ReadOut>
  );
}
