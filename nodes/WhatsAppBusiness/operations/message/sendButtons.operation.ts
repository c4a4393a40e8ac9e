import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Operation, OperationRequest, RequestBody } from '../../operation';
import { directSendOption, isDirectSend } from './directSend';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { Parameters } from '../../parameters/parameters';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { limits } from '../../../shared/limits';
import { fitOnButtons } from '../../sendAndWait/choices';
import { listButtonField, readListButton } from './interactive/listButton';
import type { ReplyButton } from './interactive/replyButtons';
import { readReplyButtons, replyButtonsFields } from './interactive/replyButtons';
import { readOneOfButtons, urlButtonFields } from './interactive/urlButton';
import { sentMessage } from './sentMessage';
import { textIsMarkdownField } from './text/textIsMarkdown';

const kind: InteractiveKind = {
	type: 'button',
	bodyExample: 'When shall we deliver your order?',
	header: 'any',
	footer: true,
};

const listKind: InteractiveKind = { ...kind, type: 'list', bodyMaxLength: limits.listBody };

const listIfNeededField: INodeProperties = {
	displayName: 'List If Buttons Do Not Fit',
	name: 'listIfNeeded',
	type: 'boolean',
	default: true,
	description: `Whether to send a list instead if there are more than ${limits.replyButtons} buttons, or a title has more than ${limits.buttonTitle} characters. A list takes ${limits.listRows} rows of ${limits.rowTitle} characters. The reply has the type list_reply.`,
};

/** Meta takes them only beside the reply buttons of Direct Send. */
const urlButtonsField: INodeProperties = {
	displayName: 'URL Buttons',
	name: 'urlButtons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add URL Button',
	default: {},
	description: `Up to ${limits.directSendUrlButtons} buttons that open a page, above the others. Only with Direct Send, which takes ${limits.directSendButtons} buttons in all.`,
	options: [{ displayName: 'URL Button', name: 'button', values: urlButtonFields() }],
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
export const operation: Operation = {
	displayName: 'Send Buttons',
	action: 'Send a message with reply buttons within the 24-hour window',
	description: 'Send a message with buttons that the recipient taps to reply',
	sendsMessages: true,
	fields: interactiveFields(
		kind,
		replyButtonsFields({ description: `Up to ${limits.replyButtons} buttons to choose from` }),
		[textIsMarkdownField, listIfNeededField, listButtonField, directSendOption, urlButtonsField],
	),
	request(parameters, account) {
		const options = parameters.group('options');
		if (isDirectSend(options)) {
			return interactiveRequest(parameters, account, kind, {
				buttons: readMixedButtons(parameters, options),
			});
		}
		if (options.hasValue(urlButtonsField.name)) {
			throw options.error(
				urlButtonsField.name,
				'are set, but the message is not sent with Direct Send',
				"Add the option 'Direct Send', or remove these buttons. Send URL Button sends one without it.",
			);
		}
		if (options.boolean(listIfNeededField.name)) {
			const rows = readReplyButtons(parameters, limits.listRows, undefined, limits.rowTitle);
			if (!fitOnButtons(rows)) return listRequest(parameters, account, rows);
		}
		const buttons = readReplyButtons(parameters, limits.replyButtons);
		return interactiveRequest(parameters, account, kind, {
			buttons: buttons.map(asButton),
		});
	},
	output: sentMessage,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/supported-message-types */
function readMixedButtons(parameters: Parameters, options: Parameters): RequestBody[] {
	const urlButtons = options.list(urlButtonsField.name, 'button', 'URL Button', {
		max: limits.directSendUrlButtons,
	});
	const replies = readReplyButtons(parameters, {
		min: urlButtons.length > 0 ? 0 : 1,
		max: limits.directSendButtons - urlButtons.length,
	});
	return [...urlButtons.map(readOneOfButtons), ...replies.map(asButton)];
}

function asButton(reply: ReplyButton): RequestBody {
	return { type: 'reply', reply };
}

/** @throws InputError for a file in the header, which a list cannot have. */
function listRequest(
	parameters: Parameters,
	account: Account,
	rows: ReplyButton[],
): OperationRequest {
	const options = parameters.group('options');
	const type = options.entry('header', 'header')?.choice('headerType') ?? 'text';
	if (type !== 'text') {
		throw options.error(
			'header',
			`contains a file (${type}), but the buttons do not fit, and a list has no file`,
			`Remove the header, or have at most ${limits.replyButtons} buttons with at most ${limits.buttonTitle} characters each.`,
		);
	}
	return interactiveRequest(parameters, account, listKind, {
		button: readListButton(parameters),
		sections: [{ rows }],
	});
}
