// The list of runs as data: what the table shows, in full, and what it has no room for.
import { familyName } from '../../catalog/families/registry';
import { keepAsGiven } from '../../core/language/english';
import type { Table } from '../../core/table';
import type { RunEntry } from '../../session/archive/run-entry';
import { runName } from '../../session/archive/run-name';

export function runsData(entries: readonly RunEntry[]): Table {
  keepAsGiven(entries.flatMap(({ name, tags, note }) => [name ?? '', tags.join(', '), note]));
  return {
    columns: [
      ...['id', 'name', 'family', 'data', 'code_size', 'architecture', 'seed', 'step', 'epoch', 'test_mse'],
      ...['changed_at', 'bytes', 'pinned', 'tags', 'note'],
    ],
    rows: entries.map((entry) => {
      const { id, experiment, data, step, epoch, testMse, changedAt, bytes, isPinned, tags, note } = entry;
      const { codeSize, architecture, seed } = experiment;
      return [
        ...[id, runName(entry), familyName(experiment), data.name, codeSize, architecture, seed, step, epoch],
        ...[testMse, new Date(changedAt).toISOString(), bytes, isPinned ? 1 : 0, tags.join(', '), note],
      ];
    }),
  };
}
