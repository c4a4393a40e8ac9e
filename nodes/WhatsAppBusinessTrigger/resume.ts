import type { EventItem } from './items';

/**
 * Gives a message of a customer to whoever waits for it, before filters and duplicates are looked at.
 * Nobody waits yet. Whoever takes a message must also take its repeats, which WhatsApp may send for days.
 * @returns whether it was taken; it then does not start the workflow.
 */
export const resumesExecution: (item: EventItem) => Promise<boolean> = () => Promise.resolve(false);
