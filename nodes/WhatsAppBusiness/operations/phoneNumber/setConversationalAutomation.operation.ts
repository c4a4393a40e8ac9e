import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../operation';
import type { TextRule } from '../../parameters/parameterRules';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { notice } from '../../../shared/notice';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { checkUnique } from '../../fields/checkUnique';
import { path } from '../../../graphApi/path';

const iceBreakersField: INodeProperties = {
	displayName: 'Ice Breakers',
	name: 'iceBreakers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Ice Breaker',
	default: {},
	description: `Messages that people who open the chat for the first time can send with a tap, at most ${limits.iceBreakers}. Without any, the existing ones are removed.`,
	options: [
		{
			displayName: 'Ice Breaker',
			name: 'iceBreaker',
			values: [
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Plan a trip',
					description: `At most ${limits.iceBreaker} characters, no emojis`,
				},
			],
		},
	],
};

const commandsField: INodeProperties = {
	displayName: 'Commands',
	name: 'commands',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Command',
	default: {},
	description: `What WhatsApp suggests when someone types a slash, at most ${limits.commands}. Without any, the existing ones are removed.`,
	options: [
		{
			displayName: 'Command',
			name: 'command',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. status',
					description: `At most ${limits.commandName} characters, no emojis`,
				},
				{
					displayName: 'Hint',
					name: 'hint',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Check your order status',
					description: `What the command does, at most ${limits.commandHint} characters, no emojis`,
				},
			],
		},
	],
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components */
export const operation: Operation = {
	displayName: 'Set Conversational Automation',
	action: 'Set the conversational automation',
	description: 'Set the ice breakers and commands of a number. Those that you omit are removed.',
	fields: [
		notice(
			'replacesNotice',
			'This replaces the current settings: ice breakers and commands that you omit are removed.',
		),
		iceBreakersField,
		commandsField,
		optionsField([phoneNumberField]),
	],
	request: (parameters, account) => ({
		method: 'POST',
		path: path`/${readPhoneNumberId(parameters, account)}/conversational_automation`,
		on: 'phoneNumber',
		body: {
			prompts: readIceBreakers(parameters),
			commands: readCommands(parameters),
		},
		idempotent: true,
	}),
};

function readIceBreakers(parameters: Parameters): string[] {
	const entries = parameters.list('iceBreakers', 'iceBreaker', 'Ice Breakers', {
		max: limits.iceBreakers,
	});
	const texts = entries.map((entry) => plainText(entry, 'text', { maxLength: limits.iceBreaker }));
	checkUnique(entries, 'text', texts);
	return texts;
}

function readCommands(parameters: Parameters) {
	const entries = parameters.list('commands', 'command', 'Commands', { max: limits.commands });
	const names = entries.map((entry) =>
		plainText(entry, 'name', {
			convert: (text) => text.trim().replace(/^\//, ''),
			maxLength: limits.commandName,
			pattern: { regex: /./, description: 'a name, with or without a slash in front' },
		}),
	);
	checkUnique(entries, 'name', names);
	return entries.map((entry, index) => ({
		command_name: names[index],
		command_description: plainText(entry, 'hint', { maxLength: limits.commandHint }),
	}));
}

function plainText(entry: Parameters, name: string, rule: TextRule): string {
	const text = entry.text(name, rule);
	if (/[\p{Emoji_Presentation}\u{fe0f}]/u.test(text)) {
		throw entry.error(name, 'contains an emoji', 'Remove it: only plain text is allowed here.');
	}
	return text;
}
