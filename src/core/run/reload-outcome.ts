// What a reload of the page does to the main run.

/** `untrained`: there is nothing of it to keep but its experiment, which stands in the address. */
export type ReloadOutcome = 'kept' | 'lost' | 'untrained';
