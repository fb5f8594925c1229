// Apart from the dialog's words, which load with the dialog.
export const addButton = {
  label: 'Add data',
  explanation: 'Train on your own pictures, tables, sound or arrays. They stay on your machine.',
} as const;
