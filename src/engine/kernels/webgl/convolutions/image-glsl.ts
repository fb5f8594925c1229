// The shaders that make images of images: convolution, and its transpose, which is also the gradient with respect to its input.
import { overGlsl, placeGlsl } from './indices-glsl';
import { tapsDown, tapsUp, texelsOf, type AlongRow, type Tap } from './taps';

export interface ImageShader {
  /** `down`: a convolution. `up`: a transposed one. */
  direction: 'down' | 'up';
  along: AlongRow;
  /** Texels of the result that one run computes: along the row, and pairs of channels. */
  texels: number;
  pairs: number;
  /** Whether the summed channels are odd, so that only half of their last texels counts. */
  oddChannels: boolean;
  /** Whether the last texel of a row is half empty. */
  oddWidth: boolean;
  /** Whether the result has a single channel. */
  single: boolean;
  /** Whether the pairs of channels of a position may lie in two rows of the texture. */
  wraps: boolean;
  division: 'fast' | 'whole';
}

export function tapsOf({
  direction,
  along,
  texels,
}: Pick<ImageShader, 'direction' | 'along' | 'texels'>): Tap[] {
  return (direction === 'down' ? tapsDown : tapsUp)(along, 2 * texels);
}

const each = <T>(list: readonly T[], line: (item: T) => string) => list.map(line).join('\n');
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
/** A name for a texel, which may lie before the run. */
const named = (texel: number) => (texel < 0 ? `_${-texel}` : `${texel}`);

/**
 * Sums over the filter and the channels; one target for each texel of the block, `texels` times `pairs`. Reads each texel of a row once
 * for all columns of the filter. Rows of `filter` are its rows, columns and first channels, its columns pairs of second channels.
 */
export function imageSource(shader: ImageShader): string {
  const { direction, along, texels, pairs, oddChannels, oddWidth, single, wraps, division } = shader;
  const taps = tapsOf(shader);
  const reads = texelsOf(taps);
  const columns = [...new Set(taps.map(({ column }) => column))];
  const isDown = direction === 'down';
  // of a filter's texel: the numbers that lead to the first and to the second channel of the result
  const to = isDown ? ['xz', 'yw'] : ['xy', 'zw'];
  const products = (half: boolean) => (tap: Tap) =>
    each(upTo(pairs), (pair) => {
      const sum = `sum${Math.floor(tap.to / 2) * pairs + pair}`;
      const [first, second] = tap.half === 0 ? ['x', 'y'] : ['z', 'w'];
      const read = `x${named(tap.texel)}`;
      return to
        .slice(0, single ? 1 : 2)
        .map((lanes, channel) => {
          const lane = (tap.to % 2 === 0 ? ['x', 'y'] : ['z', 'w'])[channel];
          const filter = `f${tap.column}_${pair}`;
          const rest = half ? '' : ` + ${read}.${second} * ${filter}.${lanes[1]}`;
          return `${sum}.${lane} += ${read}.${first} * ${filter}.${lanes[0]}${rest};`;
        })
        .join(' ');
    });
  const filterAt = (column: number, pair: number) =>
    isDown
      ? `vec2(filterAt.x + ${pair}.0 * filterStep.x, filterAt.y + float(${column} * summed + c) * filterStep.y)`
      : `vec2(filterAt.x + float(c) * filterStep.x, filterAt.y + float(${column} * made + ${pair}) * filterStep.y)`;
  const readX = (texel: number) => {
    const place = wraps
      ? `placeOf(i${named(texel)} + c, sizeX)`
      : `vec2(at${named(texel)}.x + float(c) * stepX, at${named(texel)}.y)`;
    return `vec4 x${named(texel)} = mix(texture(x, ${place}), vec4(0), out${named(texel)});`;
  };
  const step = (half: boolean) => `
    ${each(columns, (column) => each(upTo(pairs), (pair) => `vec4 f${column}_${pair} = texture(weights, ${filterAt(column, pair)});`))}
    ${each(
      reads,
      (texel) =>
        readX(texel) +
        each(
          taps.filter((tap) => tap.texel === texel),
          products(half),
        ),
    )}`;
  return `
uniform sampler2D x, weights;
uniform int gridWidth;
uniform ivec3 blocks; // of pairs of channels, along a row, rows, of the result
uniform ivec2 image; // rows and texels in a row of x
uniform int summed, made; // pairs of channels of x, and of the result
uniform ivec3 rows; // of the filter, their stride, and the zeros above
${overGlsl(division)}
${placeGlsl}
void main() {
  int i = int(gl_FragCoord.y) * gridWidth + int(gl_FragCoord.x);
  int left = over(i, blocks.x), pairBlock = i - left * blocks.x;
  i = left; left = over(i, blocks.y);
  int run = i - left * blocks.y;
  int n = over(left, blocks.z), row = left - n * blocks.z;
  vec2 sizeX = vec2(textureSize(x, 0)), filterStep = 1.0 / vec2(textureSize(weights, 0));
  float stepX = 1.0 / sizeX.x;
  int first = run * ${isDown ? texels * along.stride : texels / along.stride};
  ${each(reads, (texel) => {
    const [name, w] = [named(texel), `w${named(texel)}`];
    const beyond = `${w} < 0 || ${w} >= image.y`;
    return `int ${w} = first + (${texel});
    bvec4 out${name} = bvec4(bvec2(${beyond}), bvec2(${beyond}${oddWidth ? ` || ${w} == image.y - 1` : ''}));
    ${w} = clamp(${w}, 0, image.y - 1);`;
  })}
  ${each(upTo(texels * pairs), (t) => `vec4 sum${t} = vec4(0);`)}
  for (int ky = ${isDown ? '0' : '(row + rows.z) % rows.y'}; ky < rows.x; ky += ${isDown ? '1' : 'rows.y'}) {
    int y = ${isDown ? 'row * rows.y + ky - rows.z' : '(row + rows.z - ky) / rows.y'};
    if (y < 0 || y >= image.x) continue;
    int line = (n * image.x + y) * image.y;
    ${each(reads, (texel) => {
      const index = `(line + w${named(texel)}) * summed`;
      return wraps
        ? `int i${named(texel)} = ${index};`
        : `vec2 at${named(texel)} = placeOf(${index}, sizeX);`;
    })}
    vec2 filterAt = vec2(${isDown ? `pairBlock * ${pairs}` : '0'}, ky * ${along.kernel} * ${isDown ? 'summed' : 'made'} ${isDown ? '' : `+ pairBlock * ${pairs}`});
    filterAt = (filterAt + 0.5) * filterStep;
    int c = 0;
    for (; c < summed${oddChannels ? ' - 1' : ''}; c++) { ${step(false)} }
    ${oddChannels ? `{ ${step(true)} }` : ''}
  }
  ${each(upTo(texels * pairs), (t) => `made${t} = sum${t};`)}
}`;
}

/** Brings the blocks' layers into one texture; `finished(vec4 sum, ivec2 at, int pair)` is the last step. */
export function imageMergeSource(
  { texels, pairs, division }: Pick<ImageShader, 'texels' | 'pairs' | 'division'>,
  finished: string,
): string {
  return `
uniform sampler2DArray layers;
uniform int gridWidth, width;
uniform ivec3 blocks;
uniform ivec2 size; // pairs of channels, and texels in a row, of the result
${overGlsl(division)}
${finished}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int i = at.y * width + at.x;
  int left = over(i, size.x), pair = i - left * size.x;
  i = left;
  int line = over(i, size.y), texel = i - line * size.y; // line: of all images
  int run = texel / ${texels}, pairBlock = pair / ${pairs};
  int block = (line * blocks.y + run) * blocks.x + pairBlock;
  int row = over(block, gridWidth);
  int layer = (texel - run * ${texels}) * ${pairs} + pair - pairBlock * ${pairs};
  made0 = finished(texelFetch(layers, ivec3(block - row * gridWidth, row, layer), 0), at, pair);
}`;
}
