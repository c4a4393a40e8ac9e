import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { optionsField } from '../../../fields/options';
import type { Operation } from '../../../operation';
import { directSendOption } from '../directSend';
import { freeFormFields } from '../freeForm';
import { operation as sendButtons } from '../sendButtons.operation';
import { operation as sendContacts } from '../sendContacts.operation';
import { operation as sendCtaUrl } from '../sendCtaUrl.operation';
import { operation as sendList } from '../sendList.operation';
import { operation as sendLocation } from '../sendLocation.operation';
import { operation as sendMedia } from '../sendMedia.operation';
import { operation as sendText } from '../sendText.operation';
import { splitLongTextsField } from '../text/splitLongTexts';
import { textIsMarkdownField } from '../text/textIsMarkdown';

/** A kind of message in a sequence. */
export interface MessageKind {
	/** The operation that sends it alone. */
	operation: Operation;
	/** The names of its options that most people need. They are fields here. */
	shown?: readonly string[];
}

/** The kinds by the name of their operation. */
export const messageKinds: ReadonlyMap<string, MessageKind> = new Map<string, MessageKind>([
	['sendText', { operation: sendText }],
	['sendMedia', { operation: sendMedia, shown: ['caption'] }],
	['sendButtons', { operation: sendButtons }],
	['sendList', { operation: sendList }],
	['sendCtaUrl', { operation: sendCtaUrl }],
	['sendLocation', { operation: sendLocation, shown: ['name', 'address'] }],
	['sendContacts', { operation: sendContacts }],
]);

/** Options of the kinds that hold for all messages of a sequence. */
export const optionsForAll: INodeProperties[] = [splitLongTextsField, textIsMarkdownField];

/** Options of the kinds that only a message of its own can have. */
const notInSequences = [directSendOption.name, 'urlButtons'];

const messageTypes: INodePropertyOptions[] = [...messageKinds]
	.map(
		([
			value,
			{
				operation: { displayName, description },
			},
		]) => ({
			name: displayName.replace(/^Send /, ''),
			value,
			description,
		}),
	)
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The fields of a message: its type, and those of each kind without what all messages of a sequence have in common. */
export const messageFields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		noDataExpression: true,
		options: messageTypes,
		default: 'sendText',
	},
	...[...messageKinds].flatMap(([type, kind]) =>
		fieldsOf(kind).map((field) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: { type: [type], ...field.displayOptions?.show },
			},
		})),
	),
];

function fieldsOf({ operation, shown = [] }: MessageKind): INodeProperties[] {
	const common = freeFormFields([], optionsForAll);
	const options = without(common, operation.fields, optionsIn);
	const isShown = ({ name }: INodeProperties) => shown.includes(name);
	const rest = options.filter(
		(option) => !isShown(option) && !notInSequences.includes(option.name),
	);
	return [
		...without(common, operation.fields),
		...options.filter(isShown).map(besideFields),
		// What an option depends on is outside of the collection, where n8n does not look.
		...(rest.length > 0 ? [optionsField(rest.map(withoutConditions))] : []),
	];
}

function without(
	common: readonly INodeProperties[],
	fields: readonly INodeProperties[],
	part: (fields: readonly INodeProperties[]) => readonly INodeProperties[] = (all) => all,
): INodeProperties[] {
	const names = part(common).map(({ name }) => name);
	return part(fields).filter(({ name }) => !names.includes(name));
}

function optionsIn(fields: readonly INodeProperties[]): readonly INodeProperties[] {
	const options = fields.find(({ name }) => name === 'options')?.options ?? [];
	return options as INodeProperties[];
}

/** An option as a field beside those that it depends on. */
function besideFields({ displayOptions, ...field }: INodeProperties): INodeProperties {
	const conditions = Object.entries(displayOptions?.show ?? {});
	const show = Object.fromEntries(
		conditions.map(([name, values]) => [name.replace(/^\//, ''), values]),
	);
	return { ...field, displayOptions: { show } };
}

function withoutConditions(field: INodeProperties): INodeProperties {
	return { ...field, displayOptions: undefined };
}
