// The encoder and the decoder as functions that build Keras models. A signal gets convolutions in one dimension; the exported weights
// are those of filters one point wide, so only the shape of a kernel differs.
import { widthOf, type LayerPlan } from '../../../catalog/architectures/plan';
import { sampleSize } from '../../../core/samples/samples';
import { lines, tuple } from '../python';
import type { ScriptFacts } from '../source';
import { layerName } from './layer-name';

export function networkPart(facts: ScriptFacts): string {
  const { plan, isGaussian } = facts;
  const sides = [
    plan.layers.filter(isOfEncoder),
    plan.layers.filter((layer) => !isOfEncoder(layer)),
  ] as const;
  function isOfEncoder({ stage }: LayerPlan): boolean {
    return stage <= plan.codeBoundary;
  }
  return [
    initializers(facts),
    isGaussian ? sampling : null,
    encoder(facts, sides[0]),
    decoder(facts, sides[1]),
  ]
    .filter((part) => part !== null)
    .join('\n\n\n');
}

function initializers({ plan }: ScriptFacts): string {
  const isUsed = (which: boolean) => plan.layers.some((layer) => isRectified(layer) === which);
  return lines(
    'def normal(variance):',
    '    return keras.initializers.RandomNormal(stddev=variance**0.5)',
    isUsed(true) &&
      `

def he(inputs):
    """Before a rectifier (He et al. 2015); \`inputs\` is how many numbers an output depends on."""
    return normal(2 / inputs)`,
    isUsed(false) &&
      `

def glorot(inputs, outputs):
    """Before anything else (Glorot & Bengio 2010)."""
    return normal(2 / (inputs + outputs))`,
  );
}

const sampling = `class Sampling(layers.Layer):
    """One sample of each Gaussian code: mean + deviation * noise (Kingma & Welling 2014)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(SEED)

    def call(self, mean, log_var):
        noise = keras.random.normal(ops.shape(mean), seed=self.seed_generator)
        return mean + ops.exp(log_var / 2) * noise`;

function encoder({ inputShape, experiment, isGaussian }: ScriptFacts, own: readonly LayerPlan[]): string {
  const isDense = experiment.architecture === 'dense';
  const code = own.filter(({ stage }) => stage === own.at(-1)?.stage);
  const before = own.slice(0, own.length - code.length);
  return lines(
    'def build_encoder():',
    `    inputs = keras.Input(${tuple(inputShape)}, name="inputs")`,
    isDense ? '    x = layers.Flatten()(inputs)' : '    x = inputs',
    ...before.map((layer) => `    x = ${layerCall(layer, layerName(layer, own.at(-1)?.stage ?? 0))}(x)`),
    !isDense && '    x = layers.Flatten()(x)',
    ...(isGaussian
      ? code.map((layer, at) => {
          const name = at === 0 ? 'mean' : 'log_var';
          return `    ${name} = ${layerCall(layer, layerName(layer, layer.stage))}(x)`;
        })
      : code.map((layer) => `    code = ${layerCall(layer, layerName(layer, layer.stage))}(x)`)),
    `    return keras.Model(inputs, ${isGaussian ? '[mean, log_var]' : 'code'}, name="encoder")`,
  );
}

function decoder({ plan, experiment, shape, isGaussian }: ScriptFacts, own: readonly LayerPlan[]): string {
  const isDense = experiment.architecture === 'dense';
  const startsCalm = isGaussian && experiment.outputActivation === 'linear';
  const bodies = own.flatMap((layer, at) => {
    const isLast = at === own.length - 1;
    const made = `    x = ${layerCall(layer, layerName(layer, plan.codeBoundary), isLast, isLast && startsCalm)}(x)`;
    const before = own[at - 1];
    const isUnfolded = layer.kind === 'transposed' && before?.kind === 'dense';
    return [
      ...(isUnfolded ? [`    x = layers.Reshape(${tuple(gridShape(layer.inputShape, layer))})(x)`] : []),
      made,
      ...(layer.kind === 'transposed' ? cropping(layer) : []),
    ];
  });
  return lines(
    'def build_decoder():',
    '    """Gives the output before its last activation: the losses are computed from it."""',
    `    code = keras.Input((${experiment.codeSize},), name="code")`,
    '    x = code',
    startsCalm && '    # Starts near the middle of the range, and not as noisy as the code.',
    ...bodies,
    isDense && `    x = layers.Reshape(${tuple(shape)})(x)`,
    '    return keras.Model(code, x, name="decoder")',
  );
}

function layerCall(layer: LayerPlan, name: string, isLinear = false, isCalm = false): string {
  const { kind, kernelShape, strides } = layer;
  const activation = isLinear ? 'linear' : layer.activation;
  const common = [
    ...(activation === 'linear' ? [] : [`activation="${activation}"`]),
    `kernel_initializer=${initializer(layer, isCalm)}`,
    ...(isCalm ? ['bias_initializer=keras.initializers.Constant(0.5)'] : []),
    `name="${name}"`,
  ];
  if (kind === 'dense') return call('Dense', [String(widthOf(layer.outputShape)), ...common]);
  const [height = 1, width = 1, wide = 1, deep = 1] = kernelShape;
  const filters = kind === 'convolution' ? deep : wide;
  const dimensions = isOneWide(layer) ? '1D' : '2D';
  const across = ([rows, columns]: readonly [number, number]) =>
    isOneWide(layer) || rows === columns ? String(rows) : tuple([rows, columns]);
  return call(`Conv${dimensions}${kind === 'transposed' ? 'Transpose' : ''}`, [
    String(filters),
    across([height, width]),
    `strides=${across(strides)}`,
    'padding="same"',
    ...common,
  ]);
}

/** On one line if it fits into 100 characters. */
function call(layer: string, of: readonly string[]): string {
  const line = `layers.${layer}(${of.join(', ')})`;
  return line.length <= 88 ? line : `layers.${layer}(\n        ${of.join(', ')}\n    )`;
}

function isRectified({ activation }: Pick<LayerPlan, 'activation'>): boolean {
  return activation === 'relu' || activation === 'elu';
}

/** The variances of engine/network/weights/initial-weights.ts. */
function initializer(layer: LayerPlan, isCalm: boolean): string {
  const { kind, kernelShape, strides } = layer;
  const [a = 1, b = 1, c = 1, d = 1] = kernelShape;
  const [wide, deep] = [a * b * c, (a * b * d) / (strides[0] * strides[1])];
  const [inputs, outputs] = kind === 'dense' ? [a, b] : kind === 'convolution' ? [wide, deep] : [deep, wide];
  if (isRectified(layer)) return `he(${inputs})`;
  return isCalm ? `normal(0.05**2 * 2 / (${inputs} + ${outputs}))` : `glorot(${inputs}, ${outputs})`;
}

/** Whether a layer works on a signal, which the plan treats as an image one pixel wide. */
function isOneWide({ kernelShape, inputShape, outputShape }: LayerPlan): boolean {
  return kernelShape[1] === 1 && (inputShape[1] ?? 1) === 1 && (outputShape[1] ?? 1) === 1;
}

/** The shape of a boundary as Keras has it: a signal has no width. */
function gridShape(shape: readonly number[], layer: LayerPlan): readonly number[] {
  return isOneWide(layer) && shape.length === 3 ? [shape[0] ?? 1, shape[2] ?? 1] : shape;
}

/** A transposed convolution multiplies the sides by its stride: an odd one is cropped. */
function cropping(layer: LayerPlan): string[] {
  const [rows, columns] = [0, 1].map(
    (side) => (layer.inputShape[side] ?? 1) * (layer.strides[side] ?? 1) - (layer.outputShape[side] ?? 1),
  ) as [number, number];
  if (rows === 0 && columns === 0) return [];
  const crop = isOneWide(layer) ? `Cropping1D((0, ${rows}))` : `Cropping2D(((0, ${rows}), (0, ${columns})))`;
  return [`    x = layers.${crop}(x)`];
}

/** Number of weights and biases. */
export function parameterCount({ plan }: Pick<ScriptFacts, 'plan'>): number {
  return plan.layers.reduce((sum, { kind, kernelShape, outputShape }) => {
    const biases = kind === 'dense' ? widthOf(outputShape) : (outputShape.at(-1) ?? 1);
    return sum + sampleSize(kernelShape) + biases;
  }, 0);
}
