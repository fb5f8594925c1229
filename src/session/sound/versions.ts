// The versions of a clip that are heard, seen and measured beside each other.

/** In the order of the keys 1 to 6. */
export const versionIds = ['original', 'noisy', 'cleaned', 'gate', 'wiener', 'pca'] as const;
export type VersionId = (typeof versionIds)[number];

/** Samples at `soundRateHz` in about [-1, 1], all of one length; what there is not yet is left out. */
export type Versions = Readonly<Partial<Record<VersionId, Float32Array>>>;
