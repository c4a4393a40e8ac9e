import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { ownSecretsOf } from '../../graphApi/hosts';
import { isJsonObject, parseJson } from '../../graphApi/json';
import { openReplyToken } from '../../shared/replyToken';
import type { ChatReply, ChatReplyResult, FailedQuestion } from '../../shared/chatReply';
import { readCredential } from '../../shared/credential';
import { choiceName, notePage, questionPage } from './replyPage';
import type { Attempt } from './replyPage';
import { failedItem, runNodeAgain } from './failedQuestion';
import { receiveReports } from './delivery/receiveReports';
import { readForm } from './formFields';
import { acceptFirstReply } from './replyLock';
import { answered } from './outcome';
import { approved } from './question';
import type { Choice, PageTexts } from './question';
import { questionParameter, pendingWait, waitingItem } from './pendingQuestion';
import type { PendingQuestion } from './pendingQuestion';
import { readOwnDelivery, sentFields } from './readOwnDelivery';

/**
 * Receives the reply to a question: from the reply page, or from the trigger, which received it in the chat. The trigger
 * also reports a question that was not delivered, and what becomes of messages whose delivery is awaited. n8n has verified the signature of the URL. Only what belongs to the
 * pending question resumes the execution.
 */
export async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const pending = pendingWait(this);
	const isAboutDeliveries = pending?.responseType === 'delivery';
	const question = isAboutDeliveries ? undefined : pending;
	const pageId = (this.getQueryData() as IDataObject)[questionParameter];
	const isPost = this.getRequestObject().method === 'POST';
	const isFromTrigger = isPost && pageId === undefined;
	if (isAboutDeliveries && isFromTrigger) return await receiveReports(this, pending);
	// A later question of the same node and execution differs only in this parameter.
	const isAnother = question?.page && pageId !== question.id && !isFromTrigger;
	if (!question || isAnother) {
		return closedPage(this);
	}
	if (question.page && !isFromTrigger) {
		return isPost
			? receiveFromPage(this, question, question.page)
			: sendPage(this, 200, questionPage(question, question.page));
	}
	if (!isPost) {
		return sendPage(
			this,
			200,
			notePage('Please reply in WhatsApp', 'Please reply in the WhatsApp chat.'),
		);
	}
	return await receiveFromTrigger(this, question);
}

function closedPage(context: IWebhookFunctions): IWebhookResponseData {
	return sendPage(context, 410, notePage('Question closed', 'This question is no longer open.'));
}

function receiveFromPage(
	context: IWebhookFunctions,
	question: PendingQuestion,
	page: PageTexts,
): IWebhookResponseData {
	const sent = sentFields(context);
	const data = question.choices.length > 0 ? chosen(question, sent) : formData(question, sent);
	if ('problems' in data) {
		return sendPage(context, 422, questionPage(question, page, { sent, problems: data.problems }));
	}
	if (!acceptFirstReply(question.id)) {
		return sendPage(
			context,
			409,
			notePage('Already replied', 'Another reply arrived just before yours, and that one counts.'),
		);
	}
	const confirmed = sendPage(context, 200, notePage(page.title, page.thanks));
	const reply = { data: data.reply, ...unknownSender, answeredAt: new Date().toISOString() };
	return { ...confirmed, workflowData: [[answered(waitingItem(context), reply)]] };
}

type PageData = { reply: IDataObject } | Pick<Attempt, 'problems'>;

function chosen(question: PendingQuestion, sent: Readonly<Record<string, unknown>>): PageData {
	const choice = question.choices.find((_, index) => sent[choiceName] === String(index));
	return choice ? { reply: choiceData(question, choice) } : { problems: new Map() };
}

function formData(question: PendingQuestion, sent: Readonly<Record<string, unknown>>): PageData {
	const read = readForm(question.fields, sent);
	if ('problems' in read || question.responseType === 'customForm') return read;
	return { reply: { text: Object.values(read.reply)[0] } };
}

/** A reply on the page does not show who wrote it. */
const unknownSender = { text: null, from: null, userId: null, profileName: null, messageId: null };

async function receiveFromTrigger(
	context: IWebhookFunctions,
	question: PendingQuestion,
): Promise<IWebhookResponseData> {
	const secrets = ownSecretsOf(await readCredential(context));
	const delivery = await readOwnDelivery(context, secrets);
	// A visitor, whose link lacks the question.
	if ('refusal' in delivery && question.page) return closedPage(context);
	const body = 'body' in delivery ? parseJson(delivery.body.toString('utf8')) : undefined;
	const item =
		isJsonObject(body) && typeof body.token === 'string'
			? itemOf(question, body as unknown as ChatReply | FailedQuestion, context, secrets)
			: undefined;
	const isFirst = item !== undefined && acceptFirstReply(question.id);
	const result: ChatReplyResult = { resumed: isFirst };
	context
		.getResponseObject()
		.status('refusal' in delivery ? delivery.refusal.status : 200)
		.json(result);
	return { noWebhookResponse: true, ...(isFirst && { workflowData: [[item]] }) };
}

/** The item with which the execution continues. Undefined if the message is not about the question. */
function itemOf(
	question: PendingQuestion,
	message: ChatReply | FailedQuestion,
	context: IWebhookFunctions,
	secrets: readonly string[],
): INodeExecutionData | undefined {
	const users = [message.from, message.userId].filter((user) => typeof user === 'string');
	const payload = openReplyToken(message.token, users, secrets)?.payload;
	if (payload?.questionId !== question.id || payload.nodeId !== context.getNode().id)
		return undefined;
	if ('failure' in message) {
		const { executionId } = payload;
		if (!runNodeAgain(context)) return undefined;
		return failedItem(question, waitingItem(context), executionId, message.failure);
	}
	return question.page ? undefined : replyItem(question, message, payload.choice, context);
}

function replyItem(
	question: PendingQuestion,
	{ from, userId, profileName, messageId, timestamp, text, ...reply }: ChatReply,
	index: number | undefined,
	context: IWebhookFunctions,
): INodeExecutionData | undefined {
	const choice = index === undefined ? undefined : question.choices[index];
	if (question.choices.length > 0 && choice === undefined) return undefined;
	const written = { text, type: reply.type, media: reply.media };
	const tapped = choice ? choiceData(question, choice) : written;
	const data = question.responseType === 'template' ? { choice: text } : tapped;
	return answered(waitingItem(context), {
		...{ data, text, from, userId, profileName, messageId, answeredAt: timestamp },
	});
}

function choiceData({ responseType }: PendingQuestion, { value }: Choice): IDataObject {
	return responseType === 'approval' ? { approved: value === approved } : { choice: value };
}

function sendPage(context: IWebhookFunctions, status: number, html: string): IWebhookResponseData {
	context
		.getResponseObject()
		.status(status)
		.type('text/html')
		// No script in a question or a reply runs on n8n's origin.
		.set(
			'content-security-policy',
			"sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'",
		)
		.set('cache-control', 'no-store')
		.set('referrer-policy', 'no-referrer')
		.send(html);
	return { noWebhookResponse: true };
}
