import type { INodeParameters } from 'n8n-workflow';

import { operations } from '../../../nodes/WhatsAppBusiness/operationList';
import { messageFields } from '../../../nodes/WhatsAppBusiness/operations/message/sequence/messageKinds';
import { buildRequest } from '../../support/buildRequest';

const sequence = operations.find(({ operation }) => operation === 'sendSequence');

function pausesOf(message: INodeParameters[], options: INodeParameters = {}) {
	if (!sequence) throw new Error('There is no such operation');
	const parameters = { to: '+16505551234', messages: { message }, options };
	const { following = [] } = buildRequest(sequence, parameters);
	return following.map(({ pause }) => pause?.milliseconds);
}

describe('The pauses of a sequence', () => {
	const text = (length: number) => ({ text: 'x'.repeat(length) });
	const location = { type: 'sendLocation', latitude: '1', longitude: '2' };
	const buttons = {
		type: 'sendButtons',
		body: 'x'.repeat(50),
		buttons: { button: [{ title: 'A' }] },
	};

	it.each([
		['a second for a short text', text(3), 1000],
		['a second for 25 characters', text(100), 4000],
		['ten seconds at most', text(4000), 10_000],
		['by the text above buttons', buttons, 2000],
		['a second without a text', location, 1000],
	])('are %s', (_name, next, milliseconds) => {
		expect(pausesOf([text(4000), next])).toEqual([milliseconds]);
	});

	it('are as long as chosen, or left out', () => {
		const messages = [text(1), text(500), text(1)];
		expect(pausesOf(messages, { pauseSeconds: 2.5 })).toEqual([2500, 2500]);
		expect(pausesOf(messages, { pauseSeconds: 0 })).toEqual([undefined, undefined]);
	});

	it('are between the parts of a long text as well', () => {
		const long = { text: `${'a'.repeat(4000)}\n\n${'b'.repeat(200)}` };
		expect(pausesOf([long], { splitLongTexts: true })).toEqual([8000]);
	});
});

describe('The fields of a message in a sequence', () => {
	// A field that is not stored gets one default, whatever the type.
	it('have the same default wherever they have the same name', () => {
		const defaults = new Map<string, unknown>();
		for (const { name, default: value } of messageFields) {
			expect([name, defaults.get(name) ?? value]).toEqual([name, value]);
			defaults.set(name, value);
		}
	});

	it('have none for a message outside of the window', () => {
		const options = messageFields.flatMap(({ name, options: listed = [] }) =>
			name === 'options' ? listed.map((option) => option.name) : [],
		);
		expect(options).toContain('header');
		expect(options).not.toContain('directSend');
		expect(options).not.toContain('urlButtons');
	});

	it('do not depend on fields that n8n would look for outside of the message', () => {
		const conditions = messageFields.flatMap((field) =>
			[field, ...(field.type === 'collection' ? (field.options ?? []) : [])].flatMap((shown) =>
				Object.keys(('displayOptions' in shown && shown.displayOptions?.show) || {}),
			),
		);
		expect(conditions).toContain('type');
		expect(conditions.filter((name) => name.startsWith('/'))).toEqual([]);
	});
});
