import { randomBytes } from 'node:crypto';

import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CredentialError } from '../../graphApi/connection';
import type { Connection } from '../../graphApi/connection';
import { replyToken } from '../../shared/replyToken';
import { InputError } from '../../shared/inputError';
import type { Operation } from '../operation';
import { limits } from '../../shared/limits';
import { continueUnanswered } from './outcome';
import type { ReplyTarget } from './placeholders';
import type { OpenQuestion } from './question';
import { storeQuestion, questionParameter } from './pendingQuestion';

/** The one question of a run. */
export interface RunQuestion {
	/**
	 * Creates the tokens or the page URL for the reply.
	 * @param recipient whose reply is accepted; that of others is not.
	 * @throws InputError when the run has more than one item, CredentialError without an app secret.
	 */
	open(question: OpenQuestion, recipient: string): ReplyTarget;
	/** Makes the execution wait, after the message was sent. */
	wait(): Promise<INodeExecutionData[][]>;
}

/** Prepares the question of an operation that waits for the reply. */
export function createQuestion(
	context: IExecuteFunctions,
	operation: Pick<Operation, 'displayName'>,
	{ webhook: { appSecret } }: Pick<Connection, 'webhook'>,
): RunQuestion {
	const questionId = randomBytes(6).toString('base64url');
	let open: OpenQuestion | undefined;
	return {
		open(asked, recipient) {
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
			if (appSecret === undefined) {
				if (pageUrl === undefined) throw missingAppSecret();
				return { tokens: [], statusToken: undefined, pageUrl };
			}
			const payload = {
				executionId: context.getExecutionId(),
				nodeId: context.getNode().id,
				resumeSignature: resumeUrl(context).searchParams.get('signature') ?? '',
				questionId,
				until: waitUntil && Math.ceil(waitUntil.getTime() / 1000),
			};
			const isTemplate = question.responseType === 'template';
			const maxLength = isTemplate ? limits.quickReplyPayload : limits.rowId;
			const tokenOf = (choice: number | undefined) =>
				checkedLength(replyToken({ ...payload, choice }, recipient, appSecret), maxLength);
			const choiceCount = isTemplate ? limits.templateButtons : question.choices.length;
			const isWritten = pageUrl === undefined && choiceCount === 0;
			return {
				tokens: pageUrl === undefined ? [...Array(choiceCount).keys()].map(tokenOf) : [],
				// Only a question without a choice takes a written reply.
				statusToken: tokenOf(isWritten ? undefined : 0),
				pageUrl,
			};
		},
		async wait() {
			if (!open) throw new Error('Nothing was asked');
			const input = context.getInputData()[0]?.json ?? {};
			storeQuestion(context, { ...open.question, id: questionId, input });
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
		'The ID of this node in the workflow is too long for a WhatsApp button. Copy the node, paste it and delete the old one: the copy gets a shorter ID.',
	);
}

function missingAppSecret(): CredentialError {
	return new CredentialError(
		'App Secret',
		"The credential has no app secret, which is needed to sign replies in the chat. Fill in 'App Secret', or let the recipient reply on a web page.",
	);
}
