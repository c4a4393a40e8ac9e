import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Operation, OperationRequest } from '../../operation';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { Parameters } from '../../parameters/parameters';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { limits } from '../../../shared/limits';
import { fitOnButtons } from '../../sendAndWait/choices';
import { listButtonField, readListButton } from './interactive/listButton';
import type { ReplyButton } from './interactive/replyButtons';
import { readReplyButtons, replyButtonsFields } from './interactive/replyButtons';
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
	description: `Whether to send a list with up to ${limits.listRows} rows instead, if there are more than ${limits.replyButtons} buttons or a title has more than ${limits.buttonTitle} characters. A row takes ${limits.rowTitle}. The trigger then gives the same ID and title, with the type list_reply.`,
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
		[textIsMarkdownField, listIfNeededField, listButtonField],
	),
	request(parameters, account) {
		if (parameters.group('options').boolean(listIfNeededField.name)) {
			const rows = readReplyButtons(parameters, limits.listRows, undefined, limits.rowTitle);
			if (!fitOnButtons(rows)) return listRequest(parameters, account, rows);
		}
		const buttons = readReplyButtons(parameters, limits.replyButtons);
		return interactiveRequest(parameters, account, kind, {
			buttons: buttons.map((reply) => ({ type: 'reply', reply })),
		});
	},
	output: sentMessage,
};

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
