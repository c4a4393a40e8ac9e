import type { NodeExecutionHint } from 'n8n-workflow';

import { CancelledError } from '../../graphApi/errors/cancelledError';
import { RequestError } from '../../graphApi/errors/requestError';
import type { GraphApi } from '../../graphApi/graphApi';
import type { Pause } from '../operation';

/** The pauses between the messages of an item. */
export class Pauses {
	/** Why the typing indicator was not shown, the first time. */
	private problem: RequestError | undefined;

	constructor(private readonly api: Pick<GraphApi, 'pause' | 'send'>) {}

	/**
	 * Waits, and shows the typing indicator meanwhile. A message is not held back because that fails.
	 * @throws CancelledBeforeSending once nothing more is to be sent.
	 */
	async before({ milliseconds, typing }: Pause): Promise<void> {
		await Promise.all([this.api.pause(milliseconds), typing && this.show(typing)]);
	}

	/** The warning about typing indicators that were not shown. */
	hint(): NodeExecutionHint | undefined {
		if (this.problem === undefined) return undefined;
		const { what, todo } = this.problem.facts;
		return {
			message: `The messages were sent without a typing indicator: ${what.replace(/\.$/, '')}. ${todo}`,
			type: 'warning',
			location: 'outputPane',
		};
	}

	private async show(typing: NonNullable<Pause['typing']>): Promise<void> {
		try {
			await this.api.send(typing);
		} catch (error) {
			if (!(error instanceof RequestError)) throw error;
			if (!(error instanceof CancelledError)) this.problem ??= error;
		}
	}
}
