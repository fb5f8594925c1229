// The shaders that make images of images: convolution, and its transpose, which is also the gradient with respect to its input.
import { overGlsl, placeGlsl, type Division, type Layout } from '../programs/indices-glsl';
import { nameOf, tapsDown, tapsUp, texelsOf, type AlongRow, type Tap } from './taps';
import { each, lanes, upTo } from './unrolled';

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
  layout: Layout;
  division: Division;
}

export function tapsOf({
  direction,
  along,
  texels,
}: Pick<ImageShader, 'direction' | 'along' | 'texels'>): Tap[] {
  return (direction === 'down' ? tapsDown : tapsUp)(along, 2 * texels);
}

/**
 * Sums over the filter and the channels; one target for each texel of the block, `texels` times `pairs`. Reads each texel of a row once
 * for all columns of the filter. Rows of `weights` are the filter's rows, columns and first channels, its columns pairs of second channels.
 */
export function imageSource(shader: ImageShader): string {
  const { direction, along, texels, pairs, oddChannels, oddWidth, layout, division } = shader;
  const isDown = direction === 'down';
  const reads = texelsOf(tapsOf(shader));
  // outside, the texels of other rows are read, and dropped
  const beyond = (texel: number) =>
    `${texel < 0 ? `w${nameOf(texel)} < 0 || ` : ''}w${nameOf(texel)} >= image.y`;
  return `
uniform sampler2D x, weights;
uniform int gridWidth;
uniform ivec3 blocks; // of pairs of channels, along a row, rows, of the result
uniform ivec2 image; // rows and texels in a row of x
uniform ivec2 stepX; // from a texel of a row to the next
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
  vec2 unitX = 1.0 / sizeX, alongX = vec2(stepX) * unitX;
  int first = run * ${isDown ? texels * along.stride : `${texels} / ${along.stride}`};
  ${each(reads, (texel) => {
    const name = nameOf(texel);
    return `int w${name} = first + (${texel});
    bvec4 out${name} = bvec4(bvec2(${beyond(texel)}), bvec2(${beyond(texel)}${oddWidth ? ` || w${name} == image.y - 1` : ''}));`;
  })}
  ${each(upTo(texels * pairs), (t) => `vec4 sum${t} = vec4(0);`)}
  for (int ky = ${isDown ? '0' : '(row + rows.z) % rows.y'}; ky < rows.x; ky += ${isDown ? '1' : 'rows.y'}) {
    int y = ${isDown ? 'row * rows.y + ky - rows.z' : '(row + rows.z - ky) / rows.y'};
    if (y < 0 || y >= image.x) continue;
    int line = (n * image.x + y) * image.y;
    ${layout === 'linear' ? 'vec2 lineAt = placeOf(line * summed, sizeX) + float(first) * alongX;' : ''}
    ${each(reads, (texel) => {
      const [name, index] = [nameOf(texel), `(line + w${nameOf(texel)}) * summed`];
      if (layout === 'linear') return `vec2 at${name} = lineAt + ${texel}.0 * alongX;`;
      return layout === 'wraps' ? `int i${name} = ${index};` : `vec2 at${name} = placeOf(${index}, sizeX);`;
    })}
    vec2 filterAt = ${
      isDown
        ? `vec2(pairBlock * ${pairs}, ky * ${along.kernel} * summed)`
        : `vec2(0, ky * ${along.kernel} * made + pairBlock * ${pairs})`
    };
    filterAt = (filterAt + 0.5) * filterStep;
    int c = 0;
    for (; c < summed${oddChannels ? ' - 1' : ''}; c++) { ${channelSource(shader, false)} }
    ${oddChannels ? `{ ${channelSource(shader, true)} }` : ''}
  }
  ${each(upTo(texels * pairs), (t) => `made${t} = sum${t};`)}
}`;
}

/** Adds the products of a pair of channels. Each sum has one statement, since software rendering keeps few sums in registers. */
function channelSource(shader: ImageShader, half: boolean): string {
  const { direction, texels, pairs, single, layout } = shader;
  const taps = tapsOf(shader);
  const isDown = direction === 'down';
  const columns = [...new Set(taps.map(({ column }) => column))];
  // of a filter's texel: the numbers that lead to the first and to the second channel of the result
  const to = isDown ? ['xz', 'yw'] : ['xy', 'zw'];
  const filterAt = (column: number, pair: number) =>
    isDown
      ? `vec2(filterAt.x + ${pair}.0 * filterStep.x, filterAt.y + float(${column} * summed + c) * filterStep.y)`
      : `vec2(filterAt.x + float(c) * filterStep.x, filterAt.y + float(${column} * made + ${pair}) * filterStep.y)`;
  const placeOf = (name: string) =>
    layout === 'wraps'
      ? `placeOf(i${name} + c, sizeX)`
      : `vec2(at${name}.x + float(c) * unitX.x, at${name}.y)`;
  const term = ({ column, texel, half: ofTexel }: Tap, pair: number, channel: number) => {
    const [first, second] = to[channel] ?? '';
    const [read, filter] = [`x${nameOf(texel)}`, `f${column}_${pair}`];
    const rest = half ? '' : ` + ${read}.${lanes[2 * ofTexel + 1]} * ${filter}.${second}`;
    return `${read}.${lanes[2 * ofTexel]} * ${filter}.${first}${rest}`;
  };
  const sums = upTo(2 * texels).flatMap((position) => {
    const mine = taps.filter((tap) => tap.to === position);
    if (mine.length === 0) return [];
    return upTo(pairs).flatMap((pair) =>
      upTo(single ? 1 : 2).map((channel) => {
        const sum = `sum${Math.floor(position / 2) * pairs + pair}.${lanes[2 * (position % 2) + channel]}`;
        return `${sum} += ${mine.map((tap) => term(tap, pair, channel)).join(' + ')};`;
      }),
    );
  });
  return `
    ${each(columns, (column) => each(upTo(pairs), (pair) => `vec4 f${column}_${pair} = texture(weights, ${filterAt(column, pair)});`))}
    ${each(texelsOf(taps).map(nameOf), (name) => `vec4 x${name} = mix(texture(x, ${placeOf(name)}), vec4(0), out${name});`)}
    ${sums.join('\n')}`;
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
  int line = over(left, size.y), texel = left - line * size.y; // line: of all images
  int run = over(texel, ${texels}), pairBlock = over(pair, ${pairs});
  int block = (line * blocks.y + run) * blocks.x + pairBlock;
  int row = over(block, gridWidth);
  int layer = (texel - run * ${texels}) * ${pairs} + pair - pairBlock * ${pairs};
  made0 = finished(texelFetch(layers, ivec3(block - row * gridWidth, row, layer), 0), at, pair);
}`;
}
