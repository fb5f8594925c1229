// Limits of what is read. Sizes in headers are checked against the bytes that are there before anything is allocated, and these
// hold for what is there.

/** Bytes that archives and gzipped files may unpack to, all together: 2 GB. */
export const maxUnpackedBytes = 2e9;

/** Files that are chosen, or listed in an archive. */
export const maxFiles = 100_000;

/** Bytes of all samples in memory, as they are parsed: 1 GiB. */
export const maxValueBytes = 2 ** 30;

export const maxClasses = 1000;

/** Numbers in a row of a table. */
export const maxColumns = 50_000;
