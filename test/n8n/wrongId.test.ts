import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameters,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { editorWith } from '../support/editor';
import { runNode } from '../support/engine';

const [number] = business.phoneNumbers;
const template = { __rl: true, mode: 'list', value: 'order_confirmation|en_US' };

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

type List = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;
const lists: Record<string, List> = {
	...new WhatsAppBusinessTrigger().methods.listSearch,
	...new WhatsAppBusiness().methods.listSearch,
};
/** By the field of the credential that they depend on; accounts, products and what Kapso keeps depend on none. */
const phoneNumberLists = ['searchGroups'];
const accountLists = Object.keys(lists).filter(
	(name) =>
		!['searchWabas', 'searchProducts', ...phoneNumberLists].includes(name) &&
		!name.startsWith('searchKapso'),
);

interface Wrong {
	name: string;
	id: string;
	message: RegExp;
}

const wrong = (field: string, of: string, another: string, anotherOf: string): Wrong[] => [
	{
		name: 'a name',
		id: 'Lucky Shrub',
		message: new RegExp(`^'${field}' in the credential is not the ID of ${of}, which has digits`),
	},
	{
		name: 'an unknown ID',
		id: '123456',
		message: new RegExp(`^'${field}' in the credential is not the ID of ${of} that the token`),
	},
	{
		name: 'the ID of something else',
		id: another,
		message: new RegExp(`^'${field}' in the credential is the ID of ${anotherOf}, not of ${of}`),
	},
];
const wrongAccounts = wrong(
	'WhatsApp Business Account ID',
	'a WhatsApp Business Account',
	number.id,
	'a phone number',
);
const wrongNumbers = wrong(
	'Phone Number ID',
	'a phone number',
	business.waba.id,
	'a WhatsApp Business Account',
);

async function failure(promise: Promise<unknown>): Promise<Error> {
	return await promise.then(
		() => new Error('It did not fail'),
		(error: unknown) => error as Error,
	);
}

describe('a wrong account ID in the credential', () => {
	it.each(accountLists.flatMap((list) => wrongAccounts.map((entry) => ({ list, ...entry }))))(
		'is named by $list: $name',
		async ({ list, id, message }) => {
			const editor = editorWith(credentialFor(simulator.url, { businessAccountId: id }));
			const error = await failure(lists[list]?.call(editor) ?? Promise.resolve());
			expect(error.message).toMatch(message);
			expect(error).toHaveProperty('description', expect.stringMatching(/WhatsApp → API Setup/));
		},
	);

	it.each(wrongAccounts)('is named by the values of a template: $name', async ({ id, message }) => {
		const editor = editorWith(credentialFor(simulator.url, { businessAccountId: id }), {
			template,
		});
		const { getTemplateFields } = new WhatsAppBusiness().methods.resourceMapping;
		const { emptyFieldsNotice }: ResourceMapperFields = await getTemplateFields.call(editor);
		expect(emptyFieldsNotice).toMatch(message);
	});

	it.each(
		[
			{ resource: 'flow', operation: 'getMany' },
			{ resource: 'template', operation: 'getMany' },
			{ resource: 'phoneNumber', operation: 'getMany' },
			{ resource: 'webhookSubscription', operation: 'subscribe' },
			{ resource: 'rawApi', operation: 'get', path: '/{wabaId}/flows' },
		].flatMap((parameters) => wrongAccounts.map((entry) => ({ parameters, ...entry }))),
	)(
		'is named by $parameters.resource: $parameters.operation: $name',
		async ({ parameters, id, message }) => {
			const error = await run(parameters, { businessAccountId: id });
			expect(error?.message).toMatch(message);
		},
	);
});

describe('a wrong phone number ID in the credential', () => {
	it.each(phoneNumberLists.flatMap((list) => wrongNumbers.map((entry) => ({ list, ...entry }))))(
		'is named by $list: $name',
		async ({ list, id, message }) => {
			const editor = editorWith(credentialFor(simulator.url, { phoneNumberId: id }));
			const error = await failure(lists[list]?.call(editor) ?? Promise.resolve());
			expect(error.message).toMatch(message);
		},
	);

	it.each(
		[
			{ resource: 'message', operation: 'sendText', to: '+16505551234', text: 'Hello' },
			{ resource: 'phoneNumber', operation: 'getSettings' },
			{ resource: 'businessProfile', operation: 'get' },
			{ resource: 'rawApi', operation: 'get', path: '/{phoneNumberId}/settings' },
		].flatMap((parameters) => wrongNumbers.map((entry) => ({ parameters, ...entry }))),
	)(
		'is named by $parameters.resource: $parameters.operation: $name',
		async ({ parameters, id, message }) => {
			const error = await run(parameters, { phoneNumberId: id });
			expect(error?.message).toMatch(message);
		},
	);

	it('is not blamed for an ID that was chosen in the node', async () => {
		const options = { senderPhoneNumberId: { __rl: true, mode: 'id', value: '123456' } };
		const error = await run({
			resource: 'message',
			operation: 'sendText',
			to: '+16505551234',
			text: 'Hello',
			options,
		});
		expect(error?.message).not.toMatch(/in the credential is/);
	});

	it('is not blamed for a path that does not exist', async () => {
		const path = '/{phoneNumberId}/nonsense';
		const error = await run({ resource: 'rawApi', operation: 'get', path });
		expect(error?.message).toMatch(/could not identify/);
	});

	it('is a field that a workflow can branch on', async () => {
		const { outputs } = await execute(
			{ resource: 'phoneNumber', operation: 'get' },
			{ phoneNumberId: '123456' },
			true,
		);
		const [item] = outputs[0] ?? [];
		expect(item?.json.error).toMatchObject({ code: 100, subcode: 33, field: 'Phone Number ID' });
	});
});

async function execute(
	parameters: INodeParameters,
	changes: Partial<CredentialData> = {},
	continueOnFail = false,
) {
	return await runNode({
		node: new WhatsAppBusiness(),
		parameters,
		credential: credentialFor(simulator.url, changes),
		items: [{ json: {} }],
		settings: continueOnFail ? { onError: 'continueRegularOutput' } : {},
	});
}

async function run(parameters: INodeParameters, changes?: Partial<CredentialData>) {
	return (await execute(parameters, changes)).error;
}
