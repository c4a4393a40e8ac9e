import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import type { DefinitionButtonKind } from './buttonKind';
import { definitionButtonKinds } from './buttonKinds';
import type { DefinitionButtonType } from './buttonKinds';

/**
 * The 'Buttons' field.
 * @param max how many buttons there may be.
 * @param types the kinds to choose from.
 */
export function buttonsField(
	max: number,
	types = Object.keys(definitionButtonKinds) as DefinitionButtonType[],
): INodeProperties {
	const kinds = types.map(
		(type) => [type, definitionButtonKinds[type]] as [string, DefinitionButtonKind],
	);
	const withText = kinds
		.filter(([, { fixedText }]) => fixedText === undefined)
		.map(([type]) => type);
	return {
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		default: {},
		description: `At most ${max} buttons. Quick replies go together, before or after the other buttons.`,
		options: [
			{
				displayName: 'Button',
				name: 'button',
				values: [
					{
						displayName: 'Button Type',
						name: 'buttonType',
						type: 'options',
						options: kinds.map(([value, { name, description }]) => ({ name, value, description })),
						// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
						default: 'quickReply',
					},
					{
						displayName: 'Button Text',
						name: 'buttonText',
						type: 'string',
						required: true,
						displayOptions: { show: { buttonType: withText } },
						default: '',
						placeholder: 'e.g. Contact us',
						description: `Text on the button, at most ${limits.templateButtonText} characters`,
					},
					...kinds.flatMap(([value, { fields = [] }]) =>
						fields.map((field) => ({
							...field,
							displayOptions: { show: { buttonType: [value], ...field.displayOptions?.show } },
						})),
					),
				],
			},
		],
	};
}

/**
 * The buttons as Meta's component, or undefined when there are none.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#buttons
 * @throws InputError for an invalid value, too many of a kind, or quick replies between other buttons.
 */
export function readButtons(parameters: Parameters, max: number): RequestBody | undefined {
	const buttons = parameters.list('buttons', 'button', 'Button', { max });
	if (buttons.length === 0) return undefined;
	const types = buttons.map((button) => button.choice('buttonType') as DefinitionButtonType);
	checkCombination(buttons, types);
	checkGroups(parameters, types);
	return { type: 'BUTTONS', buttons: buttons.map(readButton) };
}

function readButton(button: Parameters): RequestBody {
	const kind: DefinitionButtonKind =
		definitionButtonKinds[button.choice('buttonType') as DefinitionButtonType];
	return {
		type: kind.type,
		text: readText(button, kind),
		...kind.read?.(button),
	};
}

function readText(button: Parameters, { fixedText }: DefinitionButtonKind): string | undefined {
	if (fixedText === undefined) {
		return button.text('buttonText', { maxLength: limits.templateButtonText });
	}
	return fixedText === true ? undefined : fixedText;
}

function checkCombination(buttons: Parameters[], types: DefinitionButtonType[]): void {
	types.forEach((type, index) => {
		const { name, alone, max = Infinity }: DefinitionButtonKind = definitionButtonKinds[type];
		const button = buttons[index] as Parameters;
		if (alone && types.length > 1) {
			throw button.error(
				'buttonType',
				`is '${name}', which must be the only button`,
				'Remove the other buttons, or this one.',
			);
		}
		if (types.slice(0, index + 1).filter((other) => other === type).length > max) {
			throw button.error(
				'buttonType',
				`is '${name}' more often than allowed`,
				`A template can have ${max} of this type.`,
			);
		}
	});
}

function checkGroups(parameters: Parameters, types: DefinitionButtonType[]): void {
	const changes = types.filter(
		(type, index) => index > 0 && (type === 'quickReply') !== (types[index - 1] === 'quickReply'),
	);
	if (changes.length > 1) {
		throw parameters.error(
			'buttons',
			'mixes quick replies with other buttons',
			'Put all quick replies together, before or after the other buttons.',
		);
	}
}
