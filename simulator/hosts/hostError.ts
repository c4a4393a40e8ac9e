import { SimulatedError } from '../graph/errors';

/** A refusal by a host other than Meta's, in its own words. */
export class HostError extends SimulatedError {
	/** @param body the JSON of the response */
	constructor(
		readonly httpStatus: number,
		private readonly body: Record<string, unknown>,
		override readonly headers: Record<string, string> = {},
	) {
		super(JSON.stringify(body));
	}

	toBody(): Record<string, unknown> {
		return this.body;
	}
}
