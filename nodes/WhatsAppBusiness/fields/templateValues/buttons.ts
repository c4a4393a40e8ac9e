import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { checkUnique } from '../checkUnique';
import { buttonKinds } from './buttonKinds';
import { buttonPart, valueName } from './valueNames';
import type { ValueReading } from './valueNames';

const indexRule = { min: 0, max: limits.templateButtons - 1, integer: true };

const buttonTypes = Object.entries(buttonKinds).map(([value, { name, description }]) => ({
	name,
	value,
	description,
}));

/** The values of the buttons that need one. */
export const templateButtonsField: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description:
		'Values for the buttons of the template that need one. Phone number buttons and buttons with a fixed URL do not.',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Button Type',
					name: 'buttonType',
					type: 'options',
					options: buttonTypes,
					default: 'quickReply',
				},
				{
					displayName: 'Index',
					name: 'index',
					type: 'number',
					typeOptions: { minValue: indexRule.min, maxValue: indexRule.max },
					default: 0,
					description: 'Position of the button in the template: 0 for the first, 1 for the second',
				},
				...Object.entries(buttonKinds).flatMap(([value, { fields }]) =>
					fields.map((field) => ({
						...field,
						displayOptions: {
							show: { buttonType: [value], ...field.displayOptions?.show },
						},
					})),
				),
			],
		},
	],
};

/**
 * One component per button, in the order they were entered.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @throws InputError for an invalid value, or if two buttons have the same index.
 */
export function readTemplateButtons(
	parameters: Parameters,
	{ place, flatten }: ValueReading,
): RequestBody[] {
	const buttons = parameters.list('buttons', 'button', 'Button', { max: limits.templateButtons });
	const indexes = buttons.map((button) => String(button.number('index', indexRule)));
	checkUnique(buttons, 'index', indexes);
	return buttons.map((button, position) => {
		const kind = buttonKinds[button.choice('buttonType') as keyof typeof buttonKinds];
		const part = place + buttonPart(Number(indexes[position]));
		const values = kind.read(button.named(part, valueName), flatten);
		return {
			type: 'button',
			sub_type: kind.subType,
			index: indexes[position],
			parameters: values.length === 0 ? undefined : values,
		};
	});
}
