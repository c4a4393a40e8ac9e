import type { NodeExecutionHint } from 'n8n-workflow';

import { RequestError } from '../../graphApi/errors/requestError';
import type { Memory } from '../../memory/memory';
import { Conversations } from '../../shared/conversation/conversations';
import { marketingRefused } from '../../shared/conversation/marketingRefused';
import type { FollowUp, Operation, OperationRequest } from '../operation';
import { recipientOf } from './recipientOf';

/** The message is not sent, because the recipient has opted out. */
export class SkippedError extends Error {
	constructor(readonly reason: string) {
		super(reason);
	}
}

/** Who has opted out of marketing messages, for the messages of one run. */
export class OptOuts {
	private readonly conversations: Conversations;
	private hasSkipped = false;
	/** Finds out whether a message that was sent while the memory could not be reached was for marketing. */
	private sentBlindly: (() => Promise<boolean>) | undefined;

	constructor(private readonly memory: Memory) {
		this.conversations = new Conversations(memory);
	}

	/**
	 * Checks that the recipient of a message gets it.
	 * @throws SkippedError for a marketing message to a person who has opted out. InputError if it is unknown whether it is
	 * one.
	 */
	async check({ isMarketing }: Operation, followUp: FollowUp): Promise<void> {
		const customer = recipientOf(followUp.request);
		if (isMarketing === undefined || customer === undefined) return;
		const optOut = await this.conversations.optedOut(customer);
		if (optOut === undefined) {
			if (this.memory.isCutOff) this.sentBlindly ??= () => isMarketing(followUp);
			return;
		}
		if (!(await isMarketing(followUp))) return;
		this.hasSkipped = true;
		throw new SkippedError(reasonOf(optOut.reason));
	}

	/** Notes that WhatsApp refuses marketing messages to the recipient. Ignores other errors. */
	async noteRefusal(request: OperationRequest, error: unknown): Promise<void> {
		const customer = recipientOf(request);
		if (!(error instanceof RequestError) || error.facts.code !== marketingRefused.code) return;
		if (customer) await this.conversations.noteRefusal(customer, marketingRefused.reason);
	}

	/** The warning about a run in which more people may have opted out than this process knows. */
	async hint(): Promise<NodeExecutionHint | undefined> {
		const { weakness, hasStore } = this.memory;
		const wasBlind = (await this.sentBlindly?.().catch(() => false)) === true;
		if (!wasBlind && (hasStore || !this.hasSkipped)) return undefined;
		const message =
			weakness === undefined
				? "For a while the memory could not be reached, and only opt-outs that this n8n process remembers were respected. n8n's log says why."
				: `Only opt-outs that this n8n process remembers were respected. ${weakness}`;
		return { message, type: 'warning', location: 'outputPane' };
	}
}

function reasonOf(reason: string | null): string {
	const why = reason === null ? '' : ` (${reason.replace(/\.$/, '')})`;
	return `The person has opted out of marketing messages${why}.`;
}
