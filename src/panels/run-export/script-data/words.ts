export const texts = {
  label: 'Data (NumPy)',
  summary: (name: string) =>
    `All samples and classes of ${name} as data.npz: what the Keras script reads with --data.`,
  working: 'Reading the data …',
  failed: 'The data could not be read. Check that they are here and try again.',
} as const;
