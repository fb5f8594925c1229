// `run.json`: everything of a run but its arrays. The schema checks what the page goes by when it shows the run; fields that it does
// not know are passed on, and the archive's own check (`parseKeptRun`) comes after it.
import { experimentSchema } from '../../../catalog/experiment-schema';
import { backendNames } from '../../../core/backend-measurement';
import { z } from '../../../core/browser/zod';
import { seriesCapacity } from '../../../core/run/metric-series';
import { seriesWindowsSchema } from '../../../core/samples/series/series-windows';

/** Raise it when what is written can no longer be read by what read the version before. */
export const runFileVersion = 1;
export const runFileFormat = 'hourglass-run';

const count = z.int().check(z.nonnegative());
const number = z.number();
const range = z.tuple([number, number]);
const text = (most: number) => z.string().check(z.maxLength(most));

/** A sample as large as the largest that the playground takes. */
const extents = z
  .array(z.int().check(z.positive(), z.maximum(2 ** 20)))
  .check(z.minLength(1), z.maxLength(4));

export const datasetInfoSchema = z.looseObject({
  id: experimentSchema.shape.dataset,
  name: text(200),
  kind: z.enum(['image', 'signal']),
  shape: extents,
  valueRange: range,
  placeRanges: z.optional(z.array(range)),
  windows: z.optional(seriesWindowsSchema),
  classNames: z.array(text(200)).check(z.maxLength(2 ** 16)),
  trainCount: z.int().check(z.positive()),
  testCount: z.int().check(z.positive()),
  licence: text(2000),
  attribution: text(5000),
});

const series = z
  .object({
    bucket: z.int().check(z.positive()),
    steps: z.array(number).check(z.maxLength(seriesCapacity)),
    means: z.array(number),
    open: z.object({ count, stepSum: number, valueSum: number }),
  })
  .check(z.refine(({ steps, means }) => steps.length === means.length));

export const measuredSchema = z.nullable(
  z.object({
    outdated: z.boolean(),
    evaluation: z.looseObject({
      type: z.literal('evaluation'),
      runId: z.string(),
      step: count,
      scope: z.enum(['all', 'subset', 'validation']),
      count,
      loss: number,
      terms: z.object({ reconstruction: number, sparsity: z.optional(number), kl: z.optional(number) }),
      mse: number,
      inputMse: number,
      medianMse: z.nullable(number),
      meanImageMse: number,
    }),
  }),
);

const mark = z.union([
  z.object({ kind: z.literal('changed'), step: count, patch: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('restored'), step: count }),
]);

const checkpoint = z.looseObject({
  experiment: experimentSchema,
  step: count,
  samplesPassed: count,
  optimizer: z.object({ updates: count, slots: z.int().check(z.nonnegative(), z.maximum(4)) }),
  earlyStopping: z.optional(z.object({ bestLoss: number, bestStep: count, waitingSince: number })),
});

const record = z.looseObject({
  runId: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  startedAt: z.number(),
  experiment: experimentSchema,
  facts: z.looseObject({
    dataset: datasetInfoSchema,
    parameters: count,
    trainCount: count,
    validationCount: z.optional(count),
    testCount: count,
  }),
  step: count,
  epoch: z.number().check(z.nonnegative()),
  curves: z.object({
    train: series,
    testSubset: series,
    testAll: series,
    validation: series,
    testMse: series,
    testTerms: z.object({ reconstruction: series, sparsity: series, kl: series }),
  }),
  curvesFrom: count,
  marks: z.array(mark).check(z.maxLength(100_000)),
  testAll: measuredSchema,
  testSubset: measuredSchema,
  validation: measuredSchema,
  diverged: z.nullable(z.object({ step: count, restoredStep: count, cause: text(40) })),
  checkpoint,
  best: z.nullable(z.looseObject({ loss: number, checkpoint })),
});

/** What the person wrote about a run. */
export const labelsSchema = z.object({
  name: z.nullable(text(60)),
  note: text(2000),
  tags: z.array(text(60)).check(z.maxLength(30)),
});

export const runJsonSchema = z.looseObject({
  format: z.literal(runFileFormat),
  version: z.literal(runFileVersion),
  record,
  labels: labelsSchema,
  backend: z.nullable(z.enum(backendNames)),
  /** SHA-256 of the other files; null where the browser that wrote it computes none. */
  files: z.record(z.string(), z.nullable(z.string())),
});

export type RunJson = z.infer<typeof runJsonSchema>;
