/** Ends an error or a warning about the setup at Meta. */
export const checkSetupHint = "'Account: Check Setup' shows everything that is missing.";
