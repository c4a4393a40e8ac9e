/**
 * Milliseconds for a file to arrive, or to be sent: enough for 100 MB, the largest file that WhatsApp takes, at
 * 1 Mbit/s. Without it, a host that sends byte by byte would hold the execution for ever.
 */
export const transferTimeout = 15 * 60_000;
