import type { INodeProperties } from 'n8n-workflow';

import { mergedFields } from '../../../nodes/WhatsAppBusiness/mergedFields';
import type { FieldsOfChoice } from '../../../nodes/WhatsAppBusiness/mergedFields';
import { resources } from '../../../nodes/WhatsAppBusiness/operationList';
import {
	deliveryFields,
	messageLists,
} from '../../../nodes/WhatsAppBusiness/operations/message/sendAndWait/deliveryFields';
import { nodeProperties } from '../../../nodes/WhatsAppBusiness/properties';

/** What n8n shows for a choice: the fields whose conditions list it, without that condition. */
function shownFor(
	fields: readonly INodeProperties[],
	condition: string,
	choice: string,
): INodeProperties[] {
	return fields
		.filter(({ displayOptions }) => displayOptions?.show?.[condition]?.includes(choice))
		.map((field) => withoutCondition(field, condition));
}

function withoutCondition(field: INodeProperties, condition: string): INodeProperties {
	const show = Object.fromEntries(
		Object.entries(field.displayOptions?.show ?? {}).filter(([name]) => name !== condition),
	);
	return { ...field, displayOptions: { ...field.displayOptions, show } };
}

const asShown = (fields: readonly INodeProperties[]) =>
	fields.map((field) => withoutCondition(field, ''));

const field = (name: string, extra: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...extra,
});
const to = field('to');
const text = field('text');
const media = field('media');
const note = field('note');

describe('Merged fields', () => {
	const summary = (lists: FieldsOfChoice[]) =>
		mergedFields('operation', lists).map(
			({ name, displayOptions }) => `${name}: ${displayOptions?.show?.operation?.join()}`,
		);

	it('contain what two choices share once', () => {
		const lists: FieldsOfChoice[] = [
			['a', [to, text, note]],
			['b', [to, media, note]],
		];
		expect(summary(lists)).toEqual(['to: a,b', 'media: b', 'text: a', 'note: a,b']);
	});

	it('keep the order of each choice', () => {
		const lists: FieldsOfChoice[] = [
			['a', [to, text]],
			['b', [text, to]],
		];
		expect(summary(lists)).toEqual(['to: a', 'text: a,b', 'to: b']);
	});

	it('keep fields apart that differ in anything', () => {
		const lists: FieldsOfChoice[] = [
			['a', [to]],
			['b', [{ ...to, description: 'Another' }]],
		];
		expect(summary(lists)).toEqual(['to: b', 'to: a']);
	});

	it('keep a field apart by which a choice without it hides others', () => {
		const hidden = field('hidden', { displayOptions: { hide: { to: ['group'] } } });
		const lists: FieldsOfChoice[] = [
			['a', [to, hidden]],
			['b', [to]],
			['c', [hidden]],
		];
		expect(summary(lists)).toEqual(['to: b', 'to: a', 'hidden: a,c']);
	});
});

describe('The panel', () => {
	const properties = nodeProperties(resources);

	it.each(
		resources.flatMap(({ resource, operations }) =>
			operations.map(({ operation, fields }) => ({ resource, operation, fields })),
		),
	)('shows the fields of $resource: $operation in their order', (listed) => {
		const ofResource = shownFor(properties, 'resource', listed.resource);
		expect(shownFor(ofResource, 'operation', listed.operation)).toEqual(asShown(listed.fields));
	});

	it.each(messageLists.map(([message, fields]) => ({ message, fields })))(
		'shows the fields of $message in their order when its delivery is awaited',
		({ message, fields }) => {
			const ofDelivery = shownFor(deliveryFields, 'responseType', 'delivery');
			expect(shownFor(ofDelivery, 'deliveryMessage', message)).toEqual(asShown(fields));
		},
	);
});

/** n8n's editor loads the description of every node at its start. Raise this only for what a builder needs. */
const largestDescription = 840_000;

describe('The description', () => {
	it('does not grow unseen', () => {
		const { length } = JSON.stringify(nodeProperties(resources));
		expect(length).toBeLessThan(largestDescription);
		// What is gained stays gained.
		expect(length).toBeGreaterThan(0.9 * largestDescription);
	});
});
