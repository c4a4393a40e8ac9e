import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { WhatsAppBusinessApi } from '../../credentials/WhatsAppBusinessApi.credentials';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { operations } from '../../nodes/WhatsAppBusiness/operationList';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';

/*
 * What n8n asks of texts in the editor. Its lint rules see fields only where they are written out, not those
 * that functions make: https://docs.n8n.io/connect/create-nodes/plan-your-node/node-ui-design
 */

const withInner = (field: INodeProperties): INodeProperties[] => {
	const inner = field.type === 'collection' ? (field.options as INodeProperties[]) : [];
	const entries =
		field.type === 'fixedCollection' ? (field.options as INodePropertyCollection[]) : [];
	return [field, ...[...inner, ...entries.flatMap(({ values }) => values)].flatMap(withInner)];
};

const fieldsOfTrigger = new WhatsAppBusinessTrigger().description.properties;

const fields = [
	...new WhatsAppBusiness().description.properties,
	...fieldsOfTrigger,
	...new WhatsAppBusinessApi().properties,
]
	.flatMap(withInner)
	.filter(({ type }) => type !== 'hidden');

// The messages of Send Sequence have those of the other operations.
const ownFields = new WhatsAppBusiness().description.properties.filter(
	({ name }) => name !== 'messages',
);

const names = (wrong: INodeProperties[]) => [
	...new Set(wrong.map(({ displayName }) => displayName)),
];

// Of an operation that sends, those that hardly anyone needs begin with one of these.
const rareOptions = ['fallBackToCloudApi', 'omittedKeys', 'sendOnceKeyDays'];

const isSorted = (texts: string[]) =>
	texts.join() === [...texts].sort((a, b) => a.localeCompare(b, 'en')).join();

describe('Texts in the editor', () => {
	it('start the description of a boolean with Whether', () => {
		const booleans = fields.filter(({ type }) => type === 'boolean');
		expect(booleans.length).toBeGreaterThan(50);
		expect(
			names(booleans.filter(({ description = '' }) => !/^Whether /.test(description))),
		).toEqual([]);
	});

	// Adding an option says that it is wanted. Off arrive those that are insecure or cannot be undone.
	it('switch on what is added under Add Option', () => {
		const collections = fields.filter(({ type }) => type === 'collection');
		const added = collections.flatMap(({ options }) => options as INodeProperties[]);
		const booleans = added.filter(({ type }) => type === 'boolean');
		expect(booleans.length).toBeGreaterThan(20);
		expect(names(booleans.filter((field) => field.default !== true))).toEqual([
			'Publish',
			'Include SIP Credentials',
			'Accept Unsigned Webhooks',
		]);
	});

	// n8n would cut off those that are longer.
	it('name the unit of a time in parentheses, where there is room', () => {
		const times = fields.filter(
			({ type, displayName }) =>
				['string', 'number'].includes(type) && /\b(seconds|minutes|days)\b/i.test(displayName),
		);
		expect(times.length).toBeGreaterThan(10);
		expect(
			names(times.filter(({ displayName }) => !/\S \((Seconds|Minutes|Days)\)$/.test(displayName))),
		).toEqual(['Minutes Before the Window Closes', 'Maximum Seconds']);
	});

	// There is less room in a group that is itself under Add Option.
	it('are so short in a group of options that n8n does not cut them off', () => {
		const groups = fields
			.filter(({ type }) => type === 'collection')
			.flatMap(({ options }) => options as INodeProperties[])
			.filter(({ type }) => type === 'fixedCollection');
		const inGroups = groups.flatMap(({ options }) =>
			(options as INodePropertyCollection[]).flatMap(({ values }) => values),
		);
		expect(inGroups.length).toBeGreaterThan(30);
		expect(names(inGroups.filter(({ displayName }) => displayName.length > 18))).toEqual([]);
	});

	it('start the placeholder of a text with e.g.', () => {
		const typed = fields.filter(
			({ type, placeholder }) => ['string', 'number', 'json'].includes(type) && placeholder,
		);
		expect(typed.length).toBeGreaterThan(200);
		expect(names(typed.filter(({ placeholder = '' }) => !placeholder.startsWith('e.g. ')))).toEqual(
			[],
		);
	});

	// n8n shows no placeholder where code is typed, and marks what is no JSON as an error from the start.
	it('begin JSON and code with what is valid, and without a placeholder', () => {
		const coded = fields.filter(({ type, typeOptions }) => type === 'json' || typeOptions?.editor);
		expect(coded.length).toBeGreaterThan(15);
		expect(names(coded.filter(({ placeholder }) => placeholder))).toEqual([]);
		const json = coded.filter(({ type }) => type === 'json');
		expect(names(json.filter((field) => field.default === ''))).toEqual([]);
	});

	it('sort the entries of a collection alphabetically', () => {
		// In the description, the options of several operations are one list.
		const collections = [...operations.flatMap((listed) => listed.fields), ...fieldsOfTrigger]
			.flatMap(withInner)
			.filter(({ type }) => type === 'collection');
		expect(collections.length).toBeGreaterThan(50);
		const textsOf = ({ options }: INodeProperties) =>
			(options as INodeProperties[]).map(({ displayName }) => displayName);
		// What hardly anyone needs stands last, in its own order.
		const parts = ({ options, ...field }: INodeProperties): INodeProperties[] => {
			const entries = options as INodeProperties[];
			const rare = entries.findIndex(({ name }) => rareOptions.includes(name));
			const split = rare < 0 ? entries.length : rare;
			return [entries.slice(0, split), entries.slice(split)].map((part) => ({
				...field,
				options: part,
			}));
		};
		expect(names(collections.flatMap(parts).filter((field) => !isSorted(textsOf(field))))).toEqual(
			[],
		);
	});

	it('sort five or more options alphabetically, except days of the week and what the nodes panel lists', () => {
		const inPanel = ['resource', 'operation', 'events'];
		const long = fields.filter(
			({ name, type, options = [] }) =>
				/options/i.test(type) && options.length >= 5 && !inPanel.includes(name),
		);
		expect(long.length).toBeGreaterThan(20);
		const textsOf = ({ options }: INodeProperties) =>
			(options as INodePropertyOptions[]).map(({ name }) => name);
		expect(names(long.filter((field) => !isSorted(textsOf(field))))).toEqual(['Day', 'Host']);
	});

	// n8n's nodes panel has no search box for the actions and events of a community node.
	it('list first in the nodes panel what most people need', () => {
		const optionsOf = (wanted: string) =>
			fields
				.filter(({ name }) => name === wanted)
				.map(({ options }) => (options as INodePropertyOptions[]).map(({ name }) => name));
		const [resources = []] = optionsOf('resource');
		expect(resources.slice(0, 3)).toEqual(['Message', 'Template', 'Media']);
		expect(isSorted(resources.slice(4))).toBe(true);
		const [messages = [], ...others] = optionsOf('operation');
		expect(messages.slice(0, 4)).toEqual([
			'Send Text',
			'Send Template',
			'Send Media',
			'Send Buttons',
		]);
		expect(others.filter((names) => !isSorted(names))).toEqual([]);
		// Kapso's webhooks have a field of this name, too.
		const events = optionsOf('events').find((names) => names.includes('Template Status')) ?? [];
		expect(events.slice(0, 3)).toEqual(['Message', 'Message Status', 'Template Status']);
		expect(events.at(-1)).toBe('Any Other Event');
	});

	it('have a different example for the body of each interactive message', () => {
		const bodies = ownFields
			.flatMap(withInner)
			.filter(({ name, type }) => name === 'body' && type === 'string');
		const examples = bodies.map(({ placeholder }) => placeholder);
		expect(examples.length).toBeGreaterThan(10);
		expect(new Set(examples).size).toBe(examples.length);
	});
});
