import type { IDataObject } from 'n8n-workflow';

import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import {
	messagesChange,
	payload,
	phoneNumber,
	timestamp,
	userId,
	wabaId,
} from '../unit/trigger/payloads';

const hosts: TriggerHost[] = [];
afterEach(() => Promise.all(hosts.splice(0).map((host) => host.stop())));

async function start(filters: IDataObject, events = ['messages']): Promise<TriggerHost> {
	const host = await TriggerHost.start({
		credential: () => credentialFor('http://127.0.0.1:1'),
		// Each trigger remembers what it received.
		nodeId: `filters ${JSON.stringify([filters, events])}`,
		parameters: { registration: 'byHand', events, filters: filters as never },
	});
	hosts.push(host);
	return host;
}

async function deliver(to: TriggerHost, ...changes: object[]): Promise<IDataObject[]> {
	const status = await signedPost(to.webhookUrl(), JSON.stringify(payload(...changes)));
	expect(status).toBe(200);
	return to.executions.flat().map(({ json }) => json);
}

let messages = 0;
function message(body: string, sender: object = { from: phoneNumber }): object {
	return {
		id: `wamid.${++messages}`,
		timestamp,
		type: 'text',
		text: { body },
		...sender,
	};
}

const texts = (items: IDataObject[]) => items.map(({ text }) => text);

describe("the filter 'Text Matches Pattern'", () => {
	it('judges every message of a delivery by a pattern that backtracks without end', async () => {
		const to = await start({ textPattern: '^(a|aa)+$' });
		const sent = Array.from({ length: 20 }, () => message(`${'a'.repeat(60)}!`));
		const started = await deliver(to, messagesChange({ messages: [...sent, message('aaa')] }));
		expect(texts(started)).toEqual(['aaa']);
		expect(to.log).toEqual([]);
	});

	it.each([
		['a lookahead', 'order(?! paid)'],
		['no regular expression', '('],
	])(
		'lets no message pass and writes one line, when an expression gives %s',
		async (_, pattern) => {
			const to = await start({ textPattern: `={{ '${pattern}' }}` });
			const sent = ['order', 'order paid', '('].map((body) => message(body));
			expect(await deliver(to, messagesChange({ messages: sent }))).toEqual([]);
			expect(to.log).toEqual([expect.stringContaining("'Text Matches Pattern'")]);
		},
	);
});

describe("the filter 'Sender'", () => {
	it('lets nobody pass whose username is a user ID', async () => {
		const to = await start({ sender: userId });
		const from = (id: string, username: string) => ({
			contacts: [{ profile: { name: 'Anna', username }, user_id: id }],
			messages: [message(`from ${username}`, { from_user_id: id })],
		});
		const started = await deliver(
			to,
			messagesChange(from('US.1', userId.toLowerCase())),
			messagesChange(from(userId, '@anna')),
		);
		expect(texts(started)).toEqual(['from @anna']);
	});

	it('lets no message pass that names no sender', async () => {
		const to = await start({ sender: phoneNumber });
		const sent = [message('from nobody', {}), message('from the customer')];
		expect(texts(await deliver(to, messagesChange({ messages: sent })))).toEqual([
			'from the customer',
		]);
	});

	it('lets nobody pass when it cannot be read, and writes one line', async () => {
		const to = await start({ sender: "={{ 'Anna Smith' }}" });
		const sent = [message('first'), message('second')];
		expect(await deliver(to, messagesChange({ messages: sent }))).toEqual([]);
		expect(to.log).toEqual([expect.stringContaining("'Sender'")]);
	});

	it('lets events about the account pass', async () => {
		const template = 'message_template_status_update';
		const to = await start({ sender: phoneNumber }, ['messages', template]);
		const status = { event: 'APPROVED', message_template_name: 'order' };
		const started = await deliver(to, { field: template, value: status });
		expect(started).toMatchObject([{ event: template, type: 'APPROVED', wabaId }]);
	});
});
