// Constants of the update rules, as recommended by their papers.

/** Decay rates of Adam's first and second moment (Kingma & Ba 2015). */
export const beta1 = 0.9;
export const beta2 = 0.999;
/** Decay rate of RMSProp's average squared gradient (Hinton 2012). */
export const decay = 0.9;
/** Momentum of SGD (Polyak 1964). */
export const momentum = 0.9;
/** Added to the root of the second moment, outside the root. */
export const epsilon = 1e-7;
