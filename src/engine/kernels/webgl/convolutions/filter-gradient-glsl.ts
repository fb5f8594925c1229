// The shaders of a convolution's gradient with respect to its filter. One run sums a few texels of it over some of the images;
// merging adds what the runs for different images made.
import { overGlsl, placeGlsl } from './indices-glsl';
import { tapsDown, texelsOf, type AlongRow } from './taps';

export interface FilterGradientShader {
  along: AlongRow;
  /** Pairs of channels that one run computes, of the images and of dy. */
  pairsX: number;
  pairsDy: number;
  /** Whether the last texel of a row is half empty, in the images and in dy. */
  oddWidthX: boolean;
  oddWidthDy: boolean;
  division: 'fast' | 'whole';
}

const each = <T>(list: readonly T[], line: (item: T) => string) => list.map(line).join('\n');
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const named = (texel: number) => (texel < 0 ? `_${-texel}` : `${texel}`);

/** One target for each column of the filter and pair of pairs: `kernel` times `pairsX` times `pairsDy`. */
export function filterGradientSource(shader: FilterGradientShader): string {
  const { along, pairsX, pairsDy, oddWidthX, oddWidthDy, division } = shader;
  // the two positions of one texel of dy
  const taps = tapsDown(along, 2);
  const texels = texelsOf(taps);
  // what the next texel of dy reads again
  const kept = texels.filter((texel) => texels.includes(texel + along.stride));
  const fresh = texels.filter((texel) => !kept.includes(texel));
  const name = (texel: number, pair: number) => `x${named(texel)}_${pair}`;
  const read = (texel: number, base: string) => `{
    int w = ${base} + (${texel});
    bool beyond = w < 0 || w >= image.y;
    bvec4 outside = bvec4(bvec2(beyond), bvec2(beyond${oddWidthX ? ' || w == image.y - 1' : ''}));
    int i = (line + clamp(w, 0, image.y - 1)) * channels.x + firstX;
    ${each(upTo(pairsX), (a) => `${name(texel, a)} = mix(texture(x, placeOf(min(i + ${a}, lastX), sizeX)), vec4(0), outside);`)}
  }`;
  const targets = upTo(along.kernel * pairsX * pairsDy);
  return `
uniform sampler2D x, dy;
uniform int gridWidth, strips, count;
uniform ivec3 blocks; // of pairs of channels of dy and of x, and rows of the filter
uniform ivec2 image, down; // rows and texels in a row, of x and of dy
uniform ivec2 channels; // pairs of x and of dy
uniform ivec2 rows; // stride, and zeros above
${overGlsl(division)}
${placeGlsl}
void main() {
  int i = int(gl_FragCoord.y) * gridWidth + int(gl_FragCoord.x);
  int left = over(i, blocks.x), firstDy = (i - left * blocks.x) * ${pairsDy};
  i = left; left = over(i, blocks.y);
  int firstX = (i - left * blocks.y) * ${pairsX};
  int strip = over(left, blocks.z), ky = left - strip * blocks.z;
  vec2 sizeX = vec2(textureSize(x, 0)), sizeDy = vec2(textureSize(dy, 0));
  int lastX = count * image.x * image.y * channels.x - 1, lastDy = count * down.x * down.y * channels.y - 1;
  ${each(targets, (t) => `vec4 sum${t} = vec4(0);`)}
  for (int n = strip; n < count; n += strips) {
    for (int row = 0; row < down.x; row++) {
      int y = row * rows.x + ky - rows.y;
      if (y < 0 || y >= image.x) continue;
      int line = (n * image.x + y) * image.y, lineDy = (n * down.x + row) * down.y;
      ${each(texels, (texel) => each(upTo(pairsX), (a) => `vec4 ${name(texel, a)};`))}
      ${each(kept, (texel) => read(texel, '0'))}
      for (int w = 0; w < down.y; w++) {
        int base = w * ${along.stride};
        ${each(fresh, (texel) => read(texel, 'base'))}
        int at = (lineDy + w) * channels.y + firstDy;
        ${each(
          upTo(pairsDy),
          (q) => `vec4 d${q} = texture(dy, placeOf(min(at + ${q}, lastDy), sizeDy));
          ${oddWidthDy ? `if (w == down.y - 1) d${q}.zw = vec2(0);` : ''}`,
        )}
        ${each(taps, ({ to, column, texel, half }) => {
          const [first, second] = half === 0 ? ['x', 'y'] : ['z', 'w'];
          const [left, right] = to === 0 ? ['x', 'y'] : ['z', 'w'];
          return each(upTo(pairsX), (a) =>
            each(upTo(pairsDy), (q) => {
              const sum = `sum${(column * pairsX + a) * pairsDy + q}`;
              const from = name(texel, a);
              return `${sum}.x += ${from}.${first} * d${q}.${left}; ${sum}.y += ${from}.${first} * d${q}.${right};
              ${sum}.z += ${from}.${second} * d${q}.${left}; ${sum}.w += ${from}.${second} * d${q}.${right};`;
            }),
          );
        })}
        ${each(kept, (texel) => each(upTo(pairsX), (a) => `${name(texel, a)} = ${name(texel + along.stride, a)};`))}
      }
    }
  }
  ${each(targets, (t) => `made${t} = sum${t};`)}
}`;
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
