/** Seconds of sending for which permits are reserved at once. With more, other processes would wait longer. */
export const reservedSeconds = 0.1;

/** Permits of a number, reserved for one process. */
export interface Reservation {
	/** How many they are, at least one. */
	count: number;
	/** Milliseconds until the first may be used. Negative if it could have been used before. */
	startsIn: number;
	/** Milliseconds from one permit to the next. */
	interval: number;
}

/**
 * The permits of one number, which several processes share. The fastest process decides the rate. Every operation
 * rejects if the bucket cannot be reached.
 */
export interface SharedBucket {
	/**
	 * Reserves the next permits that nobody has, for `reservedSeconds` of sending or one.
	 * @param atMost permits that this process can use.
	 * @param maxRate messages per second that this process may send.
	 * @param accepted messages that WhatsApp has accepted since the last call. They let the rate recover.
	 */
	reserve(atMost: number, maxRate: number, accepted: number): Promise<Reservation>;
	/** Halves the rate for all. WhatsApp refused a message because they came too fast. */
	refused(maxRate: number): Promise<void>;
}

/** @param number distinguishes numbers behind different hosts. */
export type SharedRate = (number: string) => SharedBucket;
