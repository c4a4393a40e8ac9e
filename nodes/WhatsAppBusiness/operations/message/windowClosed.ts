import type { INodeProperties } from 'n8n-workflow';

import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { isToGroup } from './recipient';
import { operation as sendTemplate } from './sendTemplate.operation';
import { fewComponentFields, specifyValuesField } from '../../fields/templateValues/components';
import { templateChoiceFields } from '../../fields/templateValues/templateChoice';

/**
 * What to do when the customer service window is closed. Not under 'Add Option': n8n cannot show a resource mapper there,
 * and cannot show another field because of what is chosen there.
 */
export const ifWindowClosedField: INodeProperties = {
	displayName: 'If the Window Is Closed',
	name: 'ifWindowClosed',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Fail Before Sending',
			value: 'fail',
			description: 'The item fails with the error code 131047, and nothing is sent',
		},
		{
			name: 'Send a Template Instead',
			value: 'template',
			description: 'Choose the template below',
		},
		{
			name: 'Send Anyway',
			value: 'send',
			description: 'WhatsApp accepts the message, and reports a little later that it failed',
		},
	],
	default: 'send',
	description:
		'What to do when the recipient last wrote more than 24 hours ago. If no published WhatsApp Business Trigger has received a message from them, the message is sent.',
};

/** The fields of Send Template whose names no other operation has. */
const templateFields: INodeProperties[] = [...templateChoiceFields, ...fewComponentFields];

/** The choice, and the template that is sent instead. Read with `readIfWindowClosed`. */
export const windowClosedFields: INodeProperties[] = [
	ifWindowClosedField,
	...templateFields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { [ifWindowClosedField.name]: ['template'], ...field.displayOptions?.show },
		},
	})),
].map((field) => ({
	...field,
	displayOptions: {
		...field.displayOptions,
		hide: { recipientType: ['group'], ...field.displayOptions?.hide },
	},
}));

/**
 * What the user wants if the window is closed. A group has no window.
 * @throws InputError for an unknown choice.
 */
export function readIfWindowClosed(parameters: Parameters): OperationRequest['ifWindowClosed'] {
	if (isToGroup(parameters)) return undefined;
	const chosen = parameters.choice(ifWindowClosedField.name);
	if (chosen === 'send') return undefined;
	if (chosen === 'fail') return chosen;
	// 'Using Fields' would read fields of the message.
	parameters.choice(specifyValuesField.name);
	return { operation: sendTemplate, parameters: parameters.forOperation(sendTemplate.fields) };
}
