// What the buttons that the page begins with say.
export const exportButton = {
  label: 'Export',
  explanation: 'Save this run: as code, as weights, or as a file that goes on elsewhere',
  selectFirst: 'Select one run in the table',
} as const;
