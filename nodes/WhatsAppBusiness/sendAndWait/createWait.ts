import { randomBytes } from 'node:crypto';

import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Connection } from '../../graphApi/connection';
import type { Memory } from '../../memory/memory';
import { replyToken } from '../../shared/replyToken';
import { InputError } from '../../shared/inputError';
import type { Operation } from '../operation';
import { limits } from '../../shared/limits';
import { continueUnanswered, notAsked } from './outcome';
import type { ReplyTarget } from './placeholders';
import type { AwaitedDelivery, OpenQuestion } from './question';
import { storePending, questionParameter } from './pendingQuestion';
import { refuseNeverNoticed } from './neverNoticed';
import { rememberWait } from './rememberWait';
import type { AwaitedToken } from './rememberWait';
import { awaitedIn, withoutDelivery } from './delivery/awaitedMessages';
import type { PendingDeliveries } from './delivery/awaitedMessages';
import { waitForDeliveries } from './delivery/waitForDeliveries';

/** What the items of a run wait for. */
export interface RunWait {
	/**
	 * Creates the tokens or the page URL with which the reply or the status finds the execution.
	 * @param recipient whose reply is accepted; that of others is not.
	 * @throws InputError when the run has too many items, and for what the trigger would never notice.
	 */
	open(asked: OpenQuestion | AwaitedDelivery, recipient: string, itemIndex: number): ReplyTarget;
	/**
	 * Makes the execution wait, after the messages were sent, if there is something to wait for.
	 * @param outputs the items of the output of each item.
	 * @returns the output.
	 */
	wait(outputs: INodeExecutionData[][], sent: SentItems): Promise<INodeExecutionData[][]>;
}

/** Which items were sent, by index. */
export interface SentItems {
	isSent(itemIndex: number): boolean;
	/** Those that were not sent on purpose. */
	skipped: ReadonlySet<number>;
}

type WaitConnection = Pick<Connection, 'ownSecret' | 'hostName' | 'keepsCallbackData'>;

/** Prepares the question of an operation that waits for the reply, or the messages whose delivery it waits for. */
export function createWait(
	context: IExecuteFunctions,
	operation: Pick<Operation, 'displayName'>,
	connection: WaitConnection,
	memory: () => Memory,
): RunWait {
	const { ownSecret, keepsCallbackData = true } = connection;
	const questionId = randomBytes(6).toString('base64url');
	let open: OpenQuestion | undefined;
	let deliveries: AwaitedDelivery | undefined;
	const payloadOf = () => ({
		executionId: context.getExecutionId(),
		nodeId: context.getNode().id,
		resumeSignature: resumeUrl(context).searchParams.get('signature') ?? '',
		questionId,
	});

	const remembered = (wait: AwaitedToken) =>
		keepsCallbackData ? undefined : rememberWait(wait, { memory: memory(), secret: ownSecret });

	function openQuestion(asked: OpenQuestion, recipient: string): ReplyTarget {
		const count = context.getInputData().length;
		if (count > 1) {
			throw new InputError(
				operation.displayName,
				`got ${count} items, but asks one question per execution`,
				"Send one item at a time: put 'Loop Over Items' in front, or this node into a sub-workflow that runs once for each item.",
			);
		}
		open = asked;
		const { question, waitUntil } = asked;
		const pageUrl = question.page && resumeUrl(context, { [questionParameter]: questionId }).href;
		const until = waitUntil && Math.ceil(waitUntil.getTime() / 1000);
		const payload = { ...payloadOf(), until };
		const isTemplate = question.responseType === 'template';
		const maxLength = isTemplate ? limits.quickReplyPayload : limits.rowId;
		const tokenOf = (choice: number | undefined) =>
			checkedLength(replyToken({ ...payload, choice }, recipient, ownSecret), maxLength);
		const choiceCount = isTemplate ? limits.templateButtons : question.choices.length;
		const isWritten = pageUrl === undefined && choiceCount === 0;
		// Only a question without a choice takes a written reply.
		const statusToken = tokenOf(isWritten ? undefined : 0);
		return {
			tokens: pageUrl === undefined ? [...Array(choiceCount).keys()].map(tokenOf) : [],
			statusToken,
			pageUrl,
			aroundTry: remembered({ token: statusToken, recipient, until, isWritten }),
		};
	}

	function openDelivery(
		{ awaits, timeLimit }: AwaitedDelivery,
		recipient: string,
		choice: number,
	): ReplyTarget {
		const count = context.getInputData().length;
		if (count > limits.awaitedMessages) {
			throw new InputError(
				operation.displayName,
				`got ${count} items, but waits for at most ${limits.awaitedMessages} deliveries per execution`,
				"Send fewer items at a time: put 'Loop Over Items' in front.",
			);
		}
		deliveries = { awaits, timeLimit: Math.max(timeLimit, deliveries?.timeLimit ?? 0) };
		const payload = { ...payloadOf(), choice, until: undefined, awaits };
		const token = replyToken(payload, recipient, ownSecret);
		const statusToken = checkedLength(token, limits.callbackData);
		const until = Math.ceil((Date.now() + timeLimit) / 1000);
		const aroundTry = remembered({ token: statusToken, recipient, until, isWritten: false });
		return { tokens: [], statusToken, aroundTry };
	}

	return {
		open(asked, recipient, itemIndex) {
			refuseNeverNoticed(asked, connection, memory);
			return 'awaits' in asked
				? openDelivery(asked, recipient, itemIndex)
				: openQuestion(asked, recipient);
		},
		async wait(outputs, { isSent, skipped }) {
			const messages = awaitedIn(outputs, isSent);
			if (deliveries) {
				const items = outputs.flatMap((output, item) =>
					skipped.has(item) ? output.map(withoutDelivery) : output,
				);
				if (messages.length === 0) return [items];
				const { awaits, timeLimit } = deliveries;
				const pending: PendingDeliveries = {
					...{ responseType: 'delivery', executionId: context.getExecutionId() },
					...{ id: questionId, awaits, round: 0, messages },
					until: Date.now() + timeLimit,
				};
				return await waitForDeliveries(context, items, pending, {
					memory: memory(),
					secrets: [ownSecret],
				});
			}
			if (skipped.size > 0) return [notAsked(context, outputs.flat())];
			if (messages.length === 0) return [outputs.flat()];
			if (!open) throw new Error('Nothing was asked');
			const input = context.getInputData()[0]?.json ?? {};
			storePending(context, { ...open.question, id: questionId, input });
			await context.putExecutionToWait(open.waitUntil ?? WAIT_INDEFINITELY);
			return [continueUnanswered(context)];
		},
	};
}

/** The webhook URL that resumes this execution, signed by n8n. */
function resumeUrl(context: IExecuteFunctions, parameters?: Record<string, string>): URL {
	// Until 2.x, n8n checks the signature only for executions that ask for it.
	if (typeof context.setSignatureValidationRequired === 'function') {
		context.setSignatureValidationRequired();
	}
	return new URL(context.getSignedResumeUrl(parameters));
}

/** n8n's IDs have 36 characters, but an imported workflow may contain any. */
function checkedLength(token: string, maxLength: number): string {
	if (token.length <= maxLength) return token;
	throw new Error(
		'The ID of this node in the workflow is too long for a WhatsApp message. Copy the node, paste it and delete the old one: the copy gets a shorter ID.',
	);
}
