import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { documentNameField } from '../../media';
import { catalogField } from '../../catalog';
import { productIdField } from '../../products/product';
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
import { buttonExample } from './columnLabel';
import { componentOf, exampleOf, variablesOf } from './templateDefinition';
import type {
	DefinitionButton,
	DefinitionComponent,
	TemplateDefinition,
} from './templateDefinition';

/**
 * One value that a template needs. Its path says where the value goes:
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
export interface TemplateColumn {
	path: string;
	/** What the editor and errors call it, e.g. "Body {{1}}". No two of a template have the same. */
	name: string;
	example?: string;
	required: boolean;
	/** Whether an optional value is one that the recipient sees. */
	visible?: boolean;
	/** Whether hardly anyone needs it: the editor does not offer it. It can be entered with 'Using Fields'. */
	rare?: boolean;
	type: 'string' | 'dateTime' | 'options';
	options?: INodePropertyOptions[];
}

/** The values that a template needs, in the order they appear in the message. */
export function columnsOf(
	template: Pick<TemplateDefinition, 'category' | 'sub_category' | 'components'>,
): TemplateColumn[] {
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
				path: `card.${index}.${column.path}`,
				name: cardPlace(index) + column.name,
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
	const prefix = `header.${type}`;
	switch (type) {
		case 'text':
			return textColumns(header, 'Header', prefix);
		case 'location':
			return [...coordinateFields, ...placeFields].map((field) =>
				fieldColumn(`${prefix}.${field.name}`, 'Header', field),
			);
		case 'product':
			return [productIdField, catalogField].map((field) =>
				fieldColumn(`${prefix}.${field.name}`, 'Header', field),
			);
		case 'document':
			return [
				fileColumn(prefix, type),
				fieldColumn(`${prefix}.${documentNameField.name}`, 'Header', documentNameField),
			];
		default:
			return [fileColumn(prefix, type)];
	}
}

function fileColumn(prefix: string, type: string): TemplateColumn {
	return required(`${prefix}.file`, filePart(type));
}

function textColumns(
	component: DefinitionComponent | undefined,
	what: 'Body' | 'Header',
	prefix: string,
): TemplateColumn[] {
	if (!component) return [];
	return variablesOf(component.text).map((variable) => ({
		...required(`${prefix}.${variable}`, variablePart(what, variable)),
		example: exampleOf(component, variable),
	}));
}

// For each button that has a value: its kind in 'Using Fields', and whether the value is optional.
const buttonRules: Record<
	string,
	{ kind: keyof typeof buttonKinds; optional: boolean; rare?: boolean } | undefined
> = {
	CATALOG: { kind: 'catalog', optional: true },
	COPY_CODE: { kind: 'couponCode', optional: false },
	FLOW: { kind: 'flow', optional: true },
	MPM: { kind: 'multiProduct', optional: false },
	ORDER_DETAILS: { kind: 'orderDetailsJson', optional: false },
	OTP: { kind: 'authenticationCode', optional: false },
	// By default, the payload is the text of the button.
	QUICK_REPLY: { kind: 'quickReply', optional: true, rare: true },
	URL: { kind: 'url', optional: false },
	VOICE_CALL: { kind: 'voiceCall', optional: true },
};

/** The kinds of the buttons for payments, by Meta's type of the payment. */
const paymentKinds: Record<string, keyof typeof buttonKinds | undefined> = {
	boleto: 'boleto',
	payment_link: 'paymentLink',
	pix_dynamic_code: 'pixCode',
};

/** A button of each kind that has a value. */
export const buttonsWithValue: DefinitionButton[] = [
	...Object.keys(buttonRules).map((type) => ({ type, url: '{{1}}' })),
	...Object.keys(paymentKinds).map((type) => ({
		type: 'PAYMENT_REQUEST',
		payment_setting: { type },
	})),
];

function ruleOf({ type, payment_setting: payment }: DefinitionButton) {
	if (type !== 'PAYMENT_REQUEST') return buttonRules[type];
	const kind = paymentKinds[payment?.type ?? ''];
	return kind && { kind, optional: false, rare: false };
}

function buttonColumns(button: DefinitionButton, index: number): TemplateColumn[] {
	const rule = ruleOf(button);
	if (!rule || (button.type === 'URL' && variablesOf(button.url).length === 0)) return [];
	const prefix = `button.${index}.${rule.kind}`;
	return buttonKinds[rule.kind].fields
		.flatMap((field) => typedFields(prefix, field, buttonPart(index)))
		.map(([path, field, part]) => {
			const column = fieldColumn(path, part, field);
			return {
				...column,
				example: buttonExample(button) ?? column.example,
				required: field.required === true && !rule.optional,
				visible: false,
				rare: rule.rare,
			};
		});
}

// The text fields of a field; for a list, those of its first entry.
function typedFields(
	prefix: string,
	field: INodeProperties,
	part: string,
): Array<[path: string, INodeProperties, part: string]> {
	const path = `${prefix}.${field.name}`;
	if (field.type === 'string' || field.type === 'json') return [[path, field, part]];
	if (field.type !== 'fixedCollection') return [];
	return (field.options ?? []).flatMap((entry) =>
		'values' in entry
			? entry.values.flatMap((inner) =>
					typedFields(`${path}.${entry.name}`, inner, `${part} ${entry.displayName} 1 →`),
				)
			: [],
	);
}

function codeColumns(components: readonly DefinitionComponent[]): TemplateColumn[] {
	const buttons = componentOf(components, 'BUTTONS')?.buttons ?? [];
	const index = buttons.findIndex(({ type }) => type === 'OTP' || type === 'URL');
	return [required(`code.${Math.max(index, 0)}`, 'Code')];
}

function offerColumns(components: readonly DefinitionComponent[]): TemplateColumn[] {
	const offer = componentOf(components, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	if (!offer?.has_expiration) return [];
	return [{ ...required('option.offerExpiration', 'Offer Expiration'), type: 'dateTime' }];
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

function fieldColumn(path: string, part: string, field: INodeProperties): TemplateColumn {
	const byId = field.modes?.find(({ name }) => name === 'id');
	const placeholder = field.placeholder ?? byId?.placeholder ?? '';
	return {
		path,
		name: valueName(part, field),
		example: placeholder.replace(/^e\.g\. /, ''),
		required: field.required === true,
		visible: true,
		type: 'string',
	};
}

function required(path: string, name: string): TemplateColumn {
	return { path, name, required: true, type: 'string' };
}
