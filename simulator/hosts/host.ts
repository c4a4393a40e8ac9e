import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context';
import type { State } from '../state';
import type { OutgoingWebhook } from '../webhooks';
import type { WebhookChange } from '../webhooks/payload';
import type { HostName } from './names';

/** What a forged webhook has instead of its signature or its secret. */
export type ForgedProof = 'wrong' | 'missing';

/**
 * A host other than Meta's: the same business, numbers, customers and messages under its own paths, keys and webhooks.
 * The file `host.ts` in its folder exports it as `host`.
 */
export interface SimulatedHost {
	name: HostName;
	/** Registers what it serves. The server adds the path of `names.ts` in front, and refuses calls while it is off. */
	register?(server: FastifyInstance, simulator: SimulatorContext): void | Promise<void>;
	/** Handles a call of any path that it did not register. Default: a 404. */
	handleOther?(
		simulator: SimulatorContext,
		request: FastifyRequest,
		reply: FastifyReply,
	): Promise<FastifyReply>;
	/** Takes a webhook that Meta sends to the host, and delivers it as the host does. Not called while it is off. */
	receive?(simulator: SimulatorContext, change: WebhookChange, body: Record<string, unknown>): void;
	/** The webhook as the host sends it, but with a proof that is wrong or missing. */
	forged?(
		simulator: SimulatorContext,
		change: WebhookChange,
		body: Record<string, unknown>,
		proof: ForgedProof,
	): OutgoingWebhook | undefined;
	/** What stays when everything else is reset: where it delivers. */
	keepCallbacks?(before: State, after: State): void;
}
