// What columns of labels are called.

/** Without blanks, signs and case; likeliest first. */
export const labelNames = [
  ...['label', 'labels', 'class', 'classes', 'classlabel', 'classname', 'target', 'targets', 'y', 'species'],
  ...[
    'digit',
    'category',
    'variety',
    'letter',
    'character',
    'diagnosis',
    'outcome',
    'activity',
    'type',
    'kind',
  ],
  ...['anomaly', 'isanomaly', 'anomalous', 'fault', 'isfault', 'abnormal', 'outlier', 'isoutlier'],
];

/** What a name is compared as. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

export function isLabelName(name: string): boolean {
  return labelNames.includes(plainName(name));
}
