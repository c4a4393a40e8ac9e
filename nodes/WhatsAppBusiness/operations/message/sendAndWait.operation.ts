import { automaticSenderField } from '../../fields/sender';
import type { AwaitedStatus } from '../../../shared/replyToken';
import { sendingOptionsField } from '../../fields/sendingOptions';
import { personField } from '../../fields/person';
import { identityHashField } from './identityHash';
import type { Account } from '../../../graphApi/connection';
import type { FollowUp, Operation, OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { readApproval } from '../../sendAndWait/approvalOptions';
import { fitOnButtons, readChoices } from '../../sendAndWait/choices';
import { readTimeLimit, readWaitLimit } from '../../sendAndWait/waitLimit';
import { deliveryFields, messageField, payloadOperation } from './sendAndWait/deliveryFields';
import { deliveryMessage } from './sendAndWait/deliveryMessage';
import { questionFields, questionOptions, windowNotice } from './sendAndWait/questionFields';
import {
	buttonsRequest,
	listRequest,
	pageRequest,
	textRequest,
} from './sendAndWait/questionRequest';
import { findQuickReplies, templateRequest } from './sendAndWait/questionTemplate';
import { rareQuestionTemplateOptions } from './sendAndWait/templateFields';
import {
	isDelivery,
	isOnPage,
	readPageFields,
	readPageTexts,
	readQuestionChoices,
	readQuestionType,
} from './sendAndWait/readQuestion';
import { isMarketing } from './sendTemplate/isMarketing';
import { valueInDetails } from './sendTemplate/valueInDetails';
import { textOfTemplate } from './sendTemplate/sentTemplate';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
const question = {
	displayName: 'Send and Wait for Response',
	action: 'Send a message and wait for the response',
	description:
		'Ask a person a question and pause the workflow until the response arrives: a tap or a message in the chat, or a form on a web page. It can also wait until a message is delivered.',
	sendsMessages: true,
	fields: [
		windowNotice,
		automaticSenderField,
		{ ...personField, displayOptions: { hide: { deliveryMessage: [payloadOperation] } } },
		...questionFields,
		{
			...sendingOptionsField(questionOptions, [identityHashField, ...rareQuestionTemplateOptions]),
			displayOptions: { hide: { responseType: ['delivery'] } },
		},
	],
	request(parameters: Parameters, account: Account) {
		if (isOnPage(parameters)) return pageRequest(parameters, account);
		switch (readQuestionType(parameters)) {
			case 'approval':
				return buttonsRequest(parameters, account, readApproval(parameters));
			case 'choice': {
				const choices = readChoices(parameters);
				return fitOnButtons(choices)
					? buttonsRequest(parameters, account, choices)
					: listRequest(parameters, account, choices);
			}
			case 'template':
				return templateRequest(parameters, account);
			default:
				return textRequest(parameters, account);
		}
	},
	findQuickReplies: async (followUp: FollowUp) =>
		readQuestionType(followUp.parameters) === 'template'
			? await findQuickReplies(followUp)
			: undefined,
	fieldOf: (details: string, { body }: OperationRequest) =>
		body?.type === 'template' ? valueInDetails(details, body) : undefined,
	textFor: async (followUp: FollowUp) =>
		readQuestionType(followUp.parameters) === 'template'
			? await textOfTemplate(followUp)
			: undefined,
	isMarketing: async (followUp: FollowUp) =>
		readQuestionType(followUp.parameters) === 'template' && (await isMarketing(followUp)),
	question(parameters: Parameters) {
		const responseType = readQuestionType(parameters);
		const onPage = isOnPage(parameters);
		return {
			question: {
				responseType,
				choices: readQuestionChoices(parameters, responseType),
				page: onPage ? readPageTexts(parameters) : undefined,
				fields: onPage ? readPageFields(parameters, responseType) : [],
			},
			waitUntil: readWaitLimit(parameters.group('options')),
		};
	},
} satisfies Operation;

/**
 * A question, or a message of another operation whose delivery the execution waits for.
 *
 * n8n recognizes the operation by its name: it checks links to waiting executions only for `sendAndWait`.
 */
export const operation: Operation = {
	...question,
	// Of two fields with the same name, the first is read here: that of a question.
	fields: [...question.fields, ...deliveryFields],
	branchFields: ['responseType', messageField],
	sendsFor: (parameters) =>
		isDelivery(parameters)
			? deliveryMessage(parameters)
			: { operation: question, parameters: parameters.forOperation(question.fields) },
	question(parameters) {
		if (!isDelivery(parameters)) return question.question(parameters);
		const awaits = parameters.choice('awaitedStatus') as AwaitedStatus;
		return { awaits, timeLimit: readTimeLimit(parameters) };
	},
};
