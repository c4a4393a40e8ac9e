import type { Account } from '../../../../graphApi/connection';
import { limits } from '../../../../shared/limits';
import type { OperationRequest, RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import type { DescribedChoice } from '../../../sendAndWait/choices';
import { ReplyPage, ReplyToken, StatusToken } from '../../../sendAndWait/placeholders';
import { readListButton } from '../interactive/listButton';
import { messageRequest } from '../messageRequest';
import { textRule } from '../text/textIsMarkdown';
import { messageButton } from './questionFields';

export function textRequest(parameters: Parameters, account: Account): OperationRequest {
	const body = readQuestionText(parameters, limits.textBody);
	return questionRequest(parameters, account, 'text', { body });
}

export function buttonsRequest(
	parameters: Parameters,
	account: Account,
	choices: readonly DescribedChoice[],
): OperationRequest {
	return interactiveRequest(parameters, account, 'button', {
		buttons: choices.map(({ title }, index) => ({
			type: 'reply',
			reply: { id: new ReplyToken(index), title },
		})),
	});
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
export function listRequest(
	parameters: Parameters,
	account: Account,
	choices: readonly DescribedChoice[],
): OperationRequest {
	const rows = choices.map(({ title, description }, index) => ({
		id: new ReplyToken(index),
		title,
		description,
	}));
	return interactiveRequest(parameters, account, 'list', {
		button: readListButton(parameters),
		sections: [{ rows }],
	});
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
export function pageRequest(parameters: Parameters, account: Account): OperationRequest {
	return interactiveRequest(parameters, account, 'cta_url', {
		name: 'cta_url',
		parameters: {
			display_text: buttonLabel(parameters, 'messageButtonLabel', messageButton),
			url: new ReplyPage(),
		},
	});
}

/**
 * A message with a token that only the business sees. WhatsApp returns it in the statuses of the question, from which
 * the trigger on any machine knows that it was not delivered, or that a written reply, which has no token, is expected.
 */
export function questionRequest(
	parameters: Parameters,
	account: Account,
	type: string,
	content: RequestBody,
): OperationRequest {
	const request = messageRequest(parameters, account, type, content);
	return { ...request, body: { ...request.body, biz_opaque_callback_data: new StatusToken() } };
}

function interactiveRequest(
	parameters: Parameters,
	account: Account,
	type: string,
	action: RequestBody,
): OperationRequest {
	const rule = { maxLength: limits.interactiveFooter };
	const footerText = parameters.group('options').optionalText('footer', rule);
	return questionRequest(parameters, account, 'interactive', {
		type,
		body: { text: readQuestionText(parameters, limits.interactiveBody) },
		footer: footerText === undefined ? undefined : { text: footerText },
		action,
	});
}

function readQuestionText(parameters: Parameters, maxLength: number): string {
	return parameters.text('message', textRule(parameters.group('options'), maxLength));
}

function buttonLabel(parameters: Parameters, name: string, fallback: string): string {
	const rule = { maxLength: limits.buttonTitle };
	return parameters.group('options').optionalText(name, rule) ?? fallback;
}
