// The shaders of a convolution's gradient with respect to its filter. One run sums a few texels of it over some of the images;
// merging adds what the runs for different images made.
import { overGlsl, placeGlsl, type Division, type Layout } from '../programs/indices-glsl';
import { nameOf, tapsDown, texelsOf, type AlongRow } from './taps';
import { each, lanes, upTo } from './unrolled';

export interface FilterGradientShader {
  along: AlongRow;
  /** Texels of a row of dy in one round of the innermost loop. */
  atOnce: number;
  /** Pairs of channels that one run computes, of the images and of dy. */
  pairsX: number;
  pairsDy: number;
  /** Whether the last texel of a row is half empty, in the images and in dy. */
  oddWidthX: boolean;
  oddWidthDy: boolean;
  layoutX: Layout;
  layoutDy: Layout;
  division: Division;
}

const xOf = (texel: number, pair: number) => `x${nameOf(texel)}_${pair}`;

/** One target for each column of the filter and pair of pairs: `kernel` times `pairsX` times `pairsDy`. */
export function filterGradientSource(shader: FilterGradientShader): string {
  const { along, atOnce, pairsX, pairsDy, oddWidthX, oddWidthDy, layoutX, layoutDy, division } = shader;
  const texels = texelsOf(tapsDown(along, 2 * atOnce));
  const placeX = (texel: number, pair: number) =>
    layoutX === 'linear'
      ? `fromX + ${texel}.0 * alongX + vec2(${pair}.0 * unitX.x, 0)`
      : `placeOf((line + base + (${texel})) * channels.x + firstX + ${pair}, sizeX)`;
  const placeDy = (texel: number, pair: number) =>
    layoutDy === 'linear'
      ? `fromDy + ${texel}.0 * alongDy + vec2(${pair}.0 * unitDy.x, 0)`
      : `placeOf((lineDy + w + ${texel}) * channels.y + firstDy + ${pair}, sizeDy)`;
  // outside, the texels of other rows are read, and dropped
  const outside = (at: string, wide: string, odd: boolean, left: boolean) => {
    const beyond = `${left ? `${at} < 0 || ` : ''}${at} >= ${wide}`;
    return `bvec4(bvec2(${beyond}), bvec2(${beyond}${odd ? ` || ${at} == ${wide} - 1` : ''}))`;
  };
  const dropsDy = (texel: number) => texel > 0 || oddWidthDy;
  const targets = upTo(along.kernel * pairsX * pairsDy);
  return `
uniform sampler2D x, dy;
uniform int gridWidth, strips, count;
uniform ivec3 blocks; // of pairs of channels of dy and of x, and rows of the filter
uniform ivec2 image, down; // rows and texels in a row, of x and of dy
uniform ivec2 channels; // pairs of x and of dy
uniform ivec2 rows; // stride, and zeros above
uniform ivec2 stepX, stepDy; // from a texel of a row to the next
${overGlsl(division)}
${placeGlsl}
void main() {
  int i = int(gl_FragCoord.y) * gridWidth + int(gl_FragCoord.x);
  int left = over(i, blocks.x), firstDy = (i - left * blocks.x) * ${pairsDy};
  i = left; left = over(i, blocks.y);
  int firstX = (i - left * blocks.y) * ${pairsX};
  int strip = over(left, blocks.z), ky = left - strip * blocks.z;
  vec2 sizeX = vec2(textureSize(x, 0)), sizeDy = vec2(textureSize(dy, 0));
  vec2 unitX = 1.0 / sizeX, unitDy = 1.0 / sizeDy;
  vec2 alongX = vec2(stepX) * unitX, alongDy = vec2(stepDy) * unitDy;
  ${each(targets, (t) => `vec4 sum${t} = vec4(0);`)}
  for (int w = 0; w < down.y; w += ${atOnce}) {
    int base = w * ${along.stride};
    ${each(texels, (texel) => `bvec4 outX${nameOf(texel)} = ${outside(`base + (${texel})`, 'image.y', oddWidthX, texel < 0)};`)}
    ${each(upTo(atOnce), (texel) => (dropsDy(texel) ? `bvec4 outDy${texel} = ${outside(`w + ${texel}`, 'down.y', oddWidthDy, false)};` : ''))}
    vec2 shiftX = vec2(base * stepX + ivec2(firstX, 0)) * unitX, shiftDy = vec2(w * stepDy + ivec2(firstDy, 0)) * unitDy;
    for (int n = strip; n < count; n += strips) {
      for (int row = 0; row < down.x; row++) {
        int y = row * rows.x + ky - rows.y;
        if (y < 0 || y >= image.x) continue;
        int line = (n * image.x + y) * image.y, lineDy = (n * down.x + row) * down.y;
        ${layoutX === 'linear' ? 'vec2 fromX = placeOf(line * channels.x, sizeX) + shiftX;' : ''}
        ${layoutDy === 'linear' ? 'vec2 fromDy = placeOf(lineDy * channels.y, sizeDy) + shiftDy;' : ''}
        ${each(texels, (texel) =>
          each(
            upTo(pairsX),
            (a) =>
              `vec4 ${xOf(texel, a)} = mix(texture(x, ${placeX(texel, a)}), vec4(0), outX${nameOf(texel)});`,
          ),
        )}
        ${each(upTo(atOnce), (texel) =>
          each(upTo(pairsDy), (q) => {
            const value = `texture(dy, ${placeDy(texel, q)})`;
            return `vec4 d${texel}_${q} = ${dropsDy(texel) ? `mix(${value}, vec4(0), outDy${texel})` : value};`;
          }),
        )}
        ${productsSource(shader)}
      }
    }
  }
  ${each(targets, (t) => `made${t} = sum${t};`)}
}`;
}

/** Adds the products of one round. Each sum has one statement, since software rendering keeps few sums in registers. */
function productsSource({ along, atOnce, pairsX, pairsDy }: FilterGradientShader): string {
  const taps = tapsDown(along, 2 * atOnce);
  return each(upTo(along.kernel), (column) =>
    each(upTo(pairsX * pairsDy), (pair) => {
      const [a, q] = [Math.floor(pair / pairsDy), pair % pairsDy];
      const sum = `sum${column * pairsX * pairsDy + pair}`;
      return each(upTo(4), (lane) => {
        const [ofX, ofDy] = [lane >> 1, lane % 2];
        const terms = taps
          .filter((tap) => tap.column === column)
          .map(
            ({ to, texel, half }) =>
              `${xOf(texel, a)}.${lanes[2 * half + ofX]} * d${to >> 1}_${q}.${lanes[2 * (to % 2) + ofDy]}`,
          );
        return `${sum}.${lanes[lane]} += ${terms.join(' + ')};`;
      });
    }),
  );
}

/** Adds the strips of each texel of the filter. */
export function filterMergeSource(
  { along, pairsX, pairsDy, division }: FilterGradientShader,
  inside: string,
): string {
  return `
uniform sampler2DArray layers;
uniform int gridWidth, width, strips;
uniform ivec3 blocks;
uniform ivec2 channels;
${overGlsl(division)}
${inside}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int i = at.y * width + at.x;
  int left = over(i, channels.y), q = i - left * channels.y;
  i = left; left = over(i, channels.x);
  int a = i - left * channels.x;
  int ky = left / ${along.kernel}, column = left - ky * ${along.kernel};
  int blockDy = q / ${pairsDy}, blockX = a / ${pairsX};
  int layer = (column * ${pairsX} + a - blockX * ${pairsX}) * ${pairsDy} + q - blockDy * ${pairsDy};
  vec4 sum = vec4(0);
  for (int strip = 0; strip < strips; strip++) {
    int block = ((strip * blocks.z + ky) * blocks.y + blockX) * blocks.x + blockDy;
    int row = over(block, gridWidth);
    sum += texelFetch(layers, ivec3(block - row * gridWidth, row, layer), 0);
  }
  made0 = inside(sum, at);
}`;
}
