// The rate of all sound here.

/** Points in a second. */
export const soundRateHz = 8000;
