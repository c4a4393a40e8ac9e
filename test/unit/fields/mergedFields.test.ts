import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { branchesOf } from '../../../nodes/WhatsAppBusiness/branches';
import type { Choices } from '../../../nodes/WhatsAppBusiness/conditions';
import { mergedFields } from '../../../nodes/WhatsAppBusiness/mergedFields';
import type { FieldsOfChoice } from '../../../nodes/WhatsAppBusiness/mergedFields';
import { operations, resources } from '../../../nodes/WhatsAppBusiness/operationList';
import { nodeProperties } from '../../../nodes/WhatsAppBusiness/properties';
import { buildRequest } from '../../support/buildRequest';

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
const options = (...entries: INodeProperties[]) =>
	field('options', { type: 'collection', default: {}, options: entries });

const operation = (
	name: string,
	fields: INodeProperties[],
	inner: Choices = {},
): FieldsOfChoice => [{ operation: name, ...inner }, fields];

describe('Merged fields', () => {
	const summary = (...lists: FieldsOfChoice[]) =>
		mergedFields(lists).map(({ name, displayOptions }) => [name, displayOptions]);

	it('contain what two choices share once', () => {
		expect(summary(operation('a', [to, text, note]), operation('b', [to, media, note]))).toEqual([
			['to', undefined],
			['text', { show: { operation: ['a'] } }],
			['media', { show: { operation: ['b'] } }],
			['note', undefined],
		]);
	});

	it('name the choices or all others, whichever are fewer', () => {
		const lists = ['a', 'b', 'c', 'd'].map((name) =>
			operation(name, name === 'd' ? [to, media] : [to, text]),
		);
		expect(summary(...lists)).toEqual([
			['to', undefined],
			['text', { hide: { operation: ['d'] } }],
			['media', { show: { operation: ['d'] } }],
		]);
	});

	it('keep the order of each choice', () => {
		expect(summary(operation('a', [to, text]), operation('b', [text, to]))).toEqual([
			['to', { show: { operation: ['a'] } }],
			['text', undefined],
			['to', { show: { operation: ['b'] } }],
		]);
	});

	it('keep fields apart that differ in anything', () => {
		const another = { ...to, description: 'Another' };
		expect(summary(operation('a', [to]), operation('b', [another]))).toEqual([
			['to', { show: { operation: ['a'] } }],
			['to', { show: { operation: ['b'] } }],
		]);
	});

	it('show an option for the choices that have it', () => {
		const [collection] = mergedFields([
			operation('a', [options(note, text)]),
			operation('b', [options(note, to)]),
			operation('c', [text]),
		]);
		expect(collection?.displayOptions).toEqual({ hide: { operation: ['c'] } });
		expect(collection?.options).toEqual([
			note,
			{ ...text, displayOptions: { show: { '/operation': ['a'] } } },
			{ ...to, displayOptions: { show: { '/operation': ['b'] } } },
		]);
	});

	it('hide what an operation shares with a part of another in its other parts', () => {
		expect(
			summary(
				operation('a', [text]),
				operation('b', [text], { part: '1' }),
				operation('b', [media], { part: '2', kind: 'x' }),
				operation('b', [text, media], { part: '2', kind: 'y' }),
				operation('c', [note]),
			),
		).toEqual([
			['text', { hide: { operation: ['c'], kind: ['x'] } }],
			['media', { show: { operation: ['b'], part: ['2'] } }],
			['note', { show: { operation: ['c'] } }],
		]);
	});

	it('of several resources stand once where the same operations show them', () => {
		const number = mergedFields([
			operation('get', [to]),
			operation('create', [text, options(note)]),
		]);
		const contact = mergedFields([
			operation('get', [to, media]),
			operation('create', [options(to)]),
		]);
		const [shared, , own, collection] = mergedFields([
			[{ resource: 'number' }, number],
			[{ resource: 'contact' }, contact],
			[{ resource: 'call' }, [note]],
		]);
		expect(shared).toEqual({
			...to,
			displayOptions: { show: { operation: ['get'] }, hide: { resource: ['call'] } },
		});
		expect(collection).toEqual({
			...options(
				{ ...note, displayOptions: { show: { '/resource': ['number'] } } },
				{ ...to, displayOptions: { show: { '/resource': ['contact'] } } },
			),
			displayOptions: { show: { operation: ['create'] }, hide: { resource: ['call'] } },
		});
		expect(own).toEqual({
			...media,
			displayOptions: { show: { resource: ['contact'], operation: ['get'] } },
		});
	});

	it('keep their own conditions', () => {
		const hidden = field('hidden', {
			displayOptions: { show: { media: ['url'] }, hide: { to: ['group'] } },
		});
		expect(summary(operation('a', [hidden]), operation('b', [to]))).toEqual([
			['hidden', { show: { operation: ['a'], media: ['url'] }, hide: { to: ['group'] } }],
			['to', { show: { operation: ['b'] } }],
		]);
	});
});

const node = { typeVersion: 1 };
const properties = nodeProperties(resources);
const visible = properties.filter(({ type }) => type !== 'hidden');
const branches = resources.flatMap(({ resource, operations }) =>
	operations.flatMap((listed) =>
		branchesOf(listed).map(([choices, fields]) => ({
			name: [resource, ...Object.values(choices)].join(' '),
			chosen: { resource, ...choices },
			fields,
		})),
	),
);
/** The names of all fields in which an operation or a part of one is chosen. */
const deciding = new Set(branches.flatMap(({ chosen }) => Object.keys(chosen)));

/** What n8n shows for a choice, without the conditions on it. */
function shownBy(
	fields: readonly INodeProperties[],
	chosen: INodeParameters,
	path = '',
): INodeProperties[] {
	const shown = fields.filter(({ displayOptions }) => {
		const conditions = partOf(displayOptions, (name) => deciding.has(name.replace('/', '')));
		const values = { parameters: { ...chosen, options: {} } };
		const field = { ...to, displayOptions: conditions };
		return NodeHelpers.displayParameterPath(values, field, `parameters${path}`, node, null);
	});
	return shown.map(({ displayOptions, ...rest }) => ({
		...rest,
		displayOptions: partOf(displayOptions, (name) => !deciding.has(name.replace('/', ''))),
		...(rest.type === 'collection' && {
			options: shownBy(rest.options as INodeProperties[], chosen, '.options'),
		}),
	}));
}

function partOf(
	{ show, hide }: NonNullable<INodeProperties['displayOptions']> = {},
	isPart: (name: string) => boolean,
) {
	const part = (conditions: object = {}) =>
		Object.fromEntries(Object.entries(conditions).filter(([name]) => isPart(name)));
	return { show: part(show), hide: part(hide) };
}

describe('The panel', () => {
	it.each(branches)('shows the fields of $name in their order', ({ chosen, fields }) => {
		const shown = shownBy(visible, chosen).filter(({ name }) => name !== 'resource');
		expect(shown.slice(1)).toEqual(shownBy(fields, {}));
		expect(shown[0]?.name).toBe('operation');
	});
});

describe('An expression as the response type', () => {
	const stored = {
		resource: 'message',
		operation: 'sendAndWait',
		responseType: '={{ $json.type }}',
		to: '+16505551234',
		text: 'Hello',
		languageCode: 'de',
		specifyValues: 'fields',
		bodyVariables: { variable: [{ text: 'Pablo' }] },
		options: { footer: 'Lucky Shrub', sendToOptedOut: true },
	};

	it('leaves what is stored for any of them', () => {
		const saved = NodeHelpers.getNodeParameters(properties, stored, false, false, node, null);
		expect({ resource: 'message', ...saved }).toMatchObject(stored);
	});

	it('sends a text when it becomes a delivery and no message was chosen', () => {
		const question = operations.find((listed) => listed.operation === 'sendAndWait');
		const chosen = { ...stored, responseType: 'delivery', deliveryMessage: null };
		if (question === undefined) throw new Error('The operation is missing');
		expect(buildRequest(question, chosen).body).toMatchObject({
			type: 'text',
			text: { body: 'Hello' },
		});
	});
});

describe('Options of the same name', () => {
	const collections = properties.filter(({ type }) => type === 'collection');
	const groups = collections.flatMap(({ displayOptions, options }) => {
		const entries = options as INodeProperties[];
		const names = [...new Set(entries.map(({ name }) => name))];
		return names
			.map((name) => entries.filter((entry) => entry.name === name))
			.filter(({ length }) => length > 1)
			.map((same) => ({ name: `${displayOptions?.show?.resource} ${same[0]?.name}`, same }));
	});

	// n8n 2.0 adds the first one, whichever shows.
	it.each(groups)('begin with the same value: $name', ({ same }) => {
		const added = same.map(({ type, typeOptions, default: value }) => [
			type,
			typeOptions?.multipleValues,
			value,
		]);
		expect(new Set(added.map((start) => JSON.stringify(start))).size).toBe(1);
	});

	// Of several fields with the same name, n8n has no value until it knows which shows.
	it.each(groups)('do not depend on their own value: $name', ({ same }) => {
		expect(same.filter(({ name, displayOptions }) => displayOptions?.show?.[name])).toEqual([]);
	});
});

describe('A field whose others hide by ranges', () => {
	// An expression begins with '=', which comes before all values.
	it('takes no expressions', () => {
		const ranges = properties.flatMap(({ displayOptions, options }) =>
			[
				displayOptions,
				...(options ?? []).map((option) => ('type' in option ? option.displayOptions : undefined)),
			].flatMap((conditions) =>
				Object.entries(conditions?.hide ?? {})
					.filter(([, values]) => JSON.stringify(values).includes('"lt"'))
					.map(([name]) => name.replace('/', '')),
			),
		);
		const names = [...new Set(ranges)];
		expect(names).toEqual(['deliveryMessage']);
		const [field] = properties.filter(({ name }) => name === names[0]);
		expect(field?.noDataExpression).toBe(true);
	});
});

/** n8n's editor loads the description of every node at its start. Raise this only for what a builder needs. */
const largestDescription = 489_000;

describe('The description', () => {
	it('does not grow unseen', () => {
		const { length } = JSON.stringify(nodeProperties(resources));
		expect(length).toBeLessThan(largestDescription);
		// What is gained stays gained.
		expect(length).toBeGreaterThan(0.9 * largestDescription);
	});
});
