import fc from 'fast-check';

import { limits } from '../../../nodes/shared/limits';
import { replyToken, readReplyToken } from '../../../nodes/shared/replyToken';
import type { TokenPayload } from '../../../nodes/shared/replyToken';

const secret = 'app secret';
const recipient = '+16505551234';
const payload: TokenPayload = {
	executionId: '4711',
	nodeId: '0f8fad5b-d9cb-469f-a165-70867728950e',
	resumeSignature: 'a'.repeat(64),
	questionId: 'q-_1aB2c',
	choice: 0,
	until: 1_800_000_000,
};
const read = (token: string, users = ['16505551234'], appSecret = secret) =>
	readReplyToken(token, users, appSecret);

describe('replyToken', () => {
	it.each<[string, Partial<TokenPayload>]>([
		['a choice', {}],
		['a written reply', { choice: undefined }],
		['a wait without an end', { until: undefined }],
		['a message that is to be delivered', { awaits: 'delivered', until: undefined }],
		['a message that is to be read', { awaits: 'read', until: undefined }],
		['a node ID that an import made up', { nodeId: 'Ask: the "boss" / 1' }],
		['a node ID that begins like a packed one', { nodeId: ',D4-tW9nLRp-lcHCGdyiVDg' }],
	])('gives back what was sealed: %s', (_, changes) => {
		const sealed = { ...payload, ...changes };
		expect(read(replyToken(sealed, recipient, secret))).toEqual(sealed);
	});

	it('has room in the payload of a button of a template', () => {
		const long = { ...payload, executionId: '1234567890', choice: 9, until: 9_999_999_999 };
		const { length } = replyToken(long, recipient, secret);
		expect(length).toBeLessThanOrEqual(limits.quickReplyPayload);
	});

	it.each(
		['1', 'another-node', 'b'.repeat(64), 'q-_1aB2d', '1', '1800000001'].map(
			(value, index) => [index + 1, value] as const,
		),
	)('is nothing when part %i was changed', (index, value) => {
		const parts = replyToken(payload, recipient, secret).split(':');
		parts[index] = value;
		expect(read(parts.join(':'))).toBeUndefined();
	});

	it('is nothing when it is made one for something else', () => {
		const token = replyToken({ ...payload, awaits: 'delivered' }, recipient, secret);
		for (const other of ['n8nAnswer', 'n8nRead']) {
			expect(read(token.replace('n8nDelivered', other))).toBeUndefined();
		}
	});

	it.each<[string, string[], string]>([
		['another person', ['16505551235'], secret],
		['no user', [], secret],
		['another app', ['16505551234'], 'another secret'],
	])('is nothing from %s', (_, users, appSecret) => {
		expect(read(replyToken(payload, recipient, secret), users, appSecret)).toBeUndefined();
	});

	it.each(['', 'yes', 'n8nAnswer', 'n8nAnswer:1:2:3', `n8nAnswer:1:%:${'a'.repeat(64)}:q:0::s`])(
		'is not any other text: %p',
		(text) => expect(read(text)).toBeUndefined(),
	);

	it('knows the person by one of several names', () => {
		const userId = 'US.13491208655302741918';
		const token = replyToken(payload, userId, secret);
		expect(read(token, ['16505551234', userId])).toEqual(payload);
		expect(read(token, ['16505551234'])).toBeUndefined();
	});

	it.each([
		['+1 (650) 555-1234', '16505551234'],
		['+55 11 98765-4321', '551187654321'],
		['551187654321', '5511987654321'],
		['+52 1 55 1234 5678', '525512345678'],
		['+54 9 11 1234-5678', '541112345678'],
	])('knows %s, whom WhatsApp calls %s', (typed, waId) => {
		expect(read(replyToken(payload, typed, secret), [waId])).toEqual(payload);
	});

	it('has nothing in it that only the business knows', () => {
		const token = replyToken(payload, recipient, secret);
		expect(token).not.toContain('6505551234');
		expect(token).not.toContain(secret);
	});

	it('gives back what was sealed, and nothing once one character was changed', () => {
		const sealed = fc.record({
			executionId: fc.stringMatching(/^[1-9]\d{0,9}$/),
			nodeId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
			resumeSignature: fc.stringMatching(/^[0-9a-f]{64}$/),
			questionId: fc.stringMatching(/^[\w-]{8}$/),
			choice: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
			until: fc.option(fc.nat(), { nil: undefined }),
		});
		fc.assert(
			fc.property(sealed, fc.nat(), fc.constantFrom('0', 'a', ':', '-'), (given, at, other) => {
				const token = replyToken(given, recipient, secret);
				expect(read(token)).toEqual(given);
				const index = at % token.length;
				fc.pre(token[index] !== other);
				const changed = token.slice(0, index) + other + token.slice(index + 1);
				expect(read(changed)).toBeUndefined();
			}),
		);
	});
});
