/** The newest version of the Graph API, without its `v` and `.0`. */
export const newestMajor = 26;

/** As Meta writes it. */
export const newestVersion = `v${newestMajor}.0`;
