// What a file of metrics calls itself, written by the Keras script and read by metrics-import.ts.
export const metricsFormat = 'hourglass-metrics';
