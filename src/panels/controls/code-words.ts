// What the bottleneck does to an image, in numbers.
import { countText } from '../../core/number-text';

/**
 * `784 pixels squeezed into 16 numbers, 49 : 1`; a code as long as the image or longer squeezes nothing.
 * @param what the numbers of a sample are, such as `pixels`
 */
export function codeWords(inputs: number, what: string, codeSize: number): string {
  const image = `${countText(inputs)} ${what}`;
  const code = codeSize === 1 ? '1 number' : `${countText(codeSize)} numbers`;
  return codeSize < inputs
    ? `${image} squeezed into ${code}, ${ratioText(inputs / codeSize)} : 1`
    : `${image} spread over ${code}, 1 : ${ratioText(codeSize / inputs)}`;
}

function ratioText(ratio: number): string {
  return ratio >= 10 ? String(Math.round(ratio)) : Number(ratio.toFixed(1)).toString();
}
