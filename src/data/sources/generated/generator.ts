// What makes a data set: every sample from its number alone.

export interface Generator {
  /**
   * Makes all samples, in the data's own units.
   * @param count training samples, then test samples
   * @param breathe lets messages into the worker; throws when the samples are no longer wanted
   */
  readonly make: (count: number, breathe: () => Promise<void>) => Promise<GeneratedSamples>;
}

export interface GeneratedSamples {
  /** `[count, length * channels]` */
  readonly values: Float32Array<ArrayBuffer>;
  /** Class indices, `[count]` */
  readonly labels: Uint16Array<ArrayBuffer>;
}
