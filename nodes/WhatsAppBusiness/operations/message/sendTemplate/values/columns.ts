import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { documentNameField } from '../../../../fields/media';
import { catalogField, productField } from '../../catalog/product';
import { coordinateFields } from '../../coordinates';
import {
	orderReferenceField,
	orderStatuses,
	statusDescriptionField,
} from '../../order/orderStatus';
import { buttonKinds } from '../buttonKinds';
import { placeFields } from '../header';
import { orderPart } from '../optionalComponents';
import { buttonPart, cardPlace, filePart, valueName, variablePart } from '../valueNames';
import { buttonExample, exampleText, label, sentenceWith } from './columnLabel';
import { componentOf, exampleOf, variablesOf } from './templateDefinition';
import type {
	DefinitionButton,
	DefinitionComponent,
	TemplateDefinition,
} from './templateDefinition';

/**
 * One value that a template needs. Its ID says where the value goes:
 *
 * - `header.<headerType>.<field>`, e.g. `header.text.1`, `header.image.file`, `header.location.latitude`
 * - `body.<variable>`, e.g. `body.1` or `body.first_name`
 * - `button.<index>.<buttonType>.<field>`, e.g. `button.0.url.urlSuffix`
 * - `card.<index>.` in front of any of these, e.g. `card.0.body.1`
 * - `code.<index of the button>`, the code of an authentication template
 * - `option.<name>`, e.g. `option.offerExpiration`, `option.orderStatus.status.referenceId`
 *
 * Header types, button types and fields are those of 'Using Fields'.
 */
interface TemplateColumn {
	id: string;
	/** Name, example, and the sentence around it: all that the editor shows. */
	label: string;
	required: boolean;
	type: 'string' | 'dateTime' | 'options';
	options?: INodePropertyOptions[];
}

/** The values that a template needs, in the order they appear in the message. */
export function columnsOf(template: TemplateDefinition): TemplateColumn[] {
	const { components } = template;
	const carousel = componentOf(components, 'CAROUSEL');
	const isAuthentication = template.category === 'AUTHENTICATION';
	return [
		...(isAuthentication ? codeColumns(components) : componentColumns(components)),
		...offerColumns(components),
		...(template.sub_category === 'ORDER_STATUS' ? orderStatusColumns : []),
		...(carousel?.cards ?? []).flatMap((card, index) =>
			componentColumns(card.components).map((column) => ({
				...column,
				id: `card.${index}.${column.id}`,
				label: cardPlace(index) + column.label,
			})),
		),
	];
}

function componentColumns(components: readonly DefinitionComponent[]): TemplateColumn[] {
	const buttons = componentOf(components, 'BUTTONS')?.buttons ?? [];
	return [
		...headerColumns(componentOf(components, 'HEADER')),
		...textColumns(componentOf(components, 'BODY'), 'Body', 'body'),
		...buttons.flatMap(buttonColumns),
	];
}

function headerColumns(header: DefinitionComponent | undefined): TemplateColumn[] {
	const type = (header?.format ?? 'TEXT').toLowerCase();
	const idPrefix = `header.${type}`;
	switch (type) {
		case 'text':
			return textColumns(header, 'Header', idPrefix);
		case 'location':
			return [...coordinateFields, ...placeFields].map((field) =>
				fieldColumn(`${idPrefix}.${field.name}`, 'Header', field),
			);
		case 'product':
			return [productField, catalogField].map((field) =>
				fieldColumn(`${idPrefix}.${field.name}`, 'Header', field),
			);
		case 'document':
			return [
				fileColumn(idPrefix, type),
				fieldColumn(`${idPrefix}.${documentNameField.name}`, 'Header', documentNameField),
			];
		default:
			return [fileColumn(idPrefix, type)];
	}
}

function fileColumn(idPrefix: string, type: string): TemplateColumn {
	return required(`${idPrefix}.file`, label(filePart(type), 'URL, media ID or binary field name'));
}

function textColumns(
	component: DefinitionComponent | undefined,
	what: 'Body' | 'Header',
	idPrefix: string,
): TemplateColumn[] {
	if (!component) return [];
	return variablesOf(component.text).map((variable) =>
		required(
			`${idPrefix}.${variable}`,
			label(
				variablePart(what, variable),
				exampleText(exampleOf(component, variable)),
				`“${sentenceWith(component.text ?? '', variable)}”`,
			),
		),
	);
}

// For each button that has a value: its kind in 'Using Fields', and whether the value is optional.
const buttonRules: Record<
	string,
	{ kind: keyof typeof buttonKinds; optional: boolean } | undefined
> = {
	CATALOG: { kind: 'catalog', optional: true },
	COPY_CODE: { kind: 'couponCode', optional: false },
	FLOW: { kind: 'flow', optional: true },
	MPM: { kind: 'multiProduct', optional: false },
	ORDER_DETAILS: { kind: 'orderDetailsJson', optional: false },
	OTP: { kind: 'authenticationCode', optional: false },
	QUICK_REPLY: { kind: 'quickReply', optional: true },
	URL: { kind: 'url', optional: false },
	VOICE_CALL: { kind: 'voiceCall', optional: true },
};

function buttonColumns(button: DefinitionButton, index: number): TemplateColumn[] {
	const rule = buttonRules[button.type];
	if (!rule || (button.type === 'URL' && variablesOf(button.url).length === 0)) return [];
	const idPrefix = `button.${index}.${rule.kind}`;
	return buttonKinds[rule.kind].fields
		.flatMap((field) => typedFields(idPrefix, field, buttonPart(index)))
		.map(([id, field, part]) => ({
			...fieldColumn(id, part, field, button),
			required: field.required === true && !rule.optional,
		}));
}

// The text fields of a field; for a list, those of its first entry.
function typedFields(
	idPrefix: string,
	field: INodeProperties,
	part: string,
): Array<[id: string, INodeProperties, part: string]> {
	const id = `${idPrefix}.${field.name}`;
	if (field.type === 'string' || field.type === 'json') return [[id, field, part]];
	if (field.type !== 'fixedCollection') return [];
	return (field.options ?? []).flatMap((entry) =>
		'values' in entry
			? entry.values.flatMap((inner) =>
					typedFields(`${id}.${entry.name}`, inner, `${part} ${entry.displayName} 1 →`),
				)
			: [],
	);
}

function codeColumns(components: readonly DefinitionComponent[]): TemplateColumn[] {
	const buttons = componentOf(components, 'BUTTONS')?.buttons ?? [];
	const index = buttons.findIndex(({ type }) => type === 'OTP' || type === 'URL');
	return [required(`code.${Math.max(index, 0)}`, label('Code', 'the one-time password'))];
}

function offerColumns(components: readonly DefinitionComponent[]): TemplateColumn[] {
	const offer = componentOf(components, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	if (!offer?.has_expiration) return [];
	const text = label('Offer Expiration', offer.text ? `“${offer.text}”` : '');
	return [{ ...required('option.offerExpiration', text), type: 'dateTime' }];
}

const orderStatusColumns: TemplateColumn[] = [
	fieldColumn('option.orderStatus.status.referenceId', orderPart, orderReferenceField),
	{
		...required('option.orderStatus.status.status', 'Order Status'),
		type: 'options',
		options: orderStatuses,
	},
	fieldColumn('option.orderStatus.status.statusDescription', orderPart, statusDescriptionField),
];

function fieldColumn(
	id: string,
	part: string,
	field: INodeProperties,
	button?: DefinitionButton,
): TemplateColumn {
	const byId = field.modes?.find(({ name }) => name === 'id');
	const placeholder = field.placeholder ?? byId?.placeholder ?? '';
	return {
		id,
		label: label(
			valueName(part, field),
			field.type === 'json' ? 'JSON' : '',
			button?.text ? `“${button.text}”` : '',
			(button && buttonExample(button)) || placeholder,
			button?.url ?? '',
		),
		required: field.required === true,
		type: 'string',
	};
}

function required(id: string, text: string): TemplateColumn {
	return { id, label: text, required: true, type: 'string' };
}
