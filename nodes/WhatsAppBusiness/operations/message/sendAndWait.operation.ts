import { automaticSenderField } from '../../fields/sender';
import { sendingOptionsField } from '../../fields/sendingOptions';
import { personField } from './recipient';
import type { Operation } from '../../operation';
import { readApproval } from '../../sendAndWait/approvalOptions';
import { fitOnButtons, readChoices } from '../../sendAndWait/choices';
import { readWaitLimit } from '../../sendAndWait/waitLimit';
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
	isOnPage,
	readPageFields,
	readPageTexts,
	readQuestionChoices,
	readResponseType,
} from './sendAndWait/readQuestion';
import { isMarketing } from './sendTemplate/isMarketing';
import { valueInDetails } from './sendTemplate/valueInDetails';
import { textOfTemplate } from './sendTemplate/values/sentTemplate';

/**
 * n8n recognizes the operation by its name: it checks links to waiting executions only for `sendAndWait`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 */
export const operation: Operation = {
	displayName: 'Send and Wait for Response',
	action: 'Send a message and wait for the response',
	description:
		'Ask a person a question and pause the workflow until the response arrives: a tap or a message in the chat, or a form on a web page. One question per execution.',
	sendsMessages: true,
	fields: [
		windowNotice,
		automaticSenderField,
		personField,
		...questionFields,
		sendingOptionsField(questionOptions, rareQuestionTemplateOptions),
	],
	request(parameters, account) {
		if (isOnPage(parameters)) return pageRequest(parameters, account);
		switch (readResponseType(parameters)) {
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
	findQuickReplies: async (followUp) =>
		readResponseType(followUp.parameters) === 'template'
			? await findQuickReplies(followUp)
			: undefined,
	fieldOf: (details, { body }) =>
		body?.type === 'template' ? valueInDetails(details, body) : undefined,
	textFor: async (followUp) =>
		readResponseType(followUp.parameters) === 'template'
			? await textOfTemplate(followUp)
			: undefined,
	isMarketing: async (followUp) =>
		readResponseType(followUp.parameters) === 'template' && (await isMarketing(followUp)),
	question(parameters) {
		const responseType = readResponseType(parameters);
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
};
