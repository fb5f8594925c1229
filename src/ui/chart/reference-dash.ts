// Dashes of a line to compare with. In a file of its own, so that who names it does not load the chart.
export const referenceDash = '5 4';
