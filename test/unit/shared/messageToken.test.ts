import * as fc from 'fast-check';

import { messageToken } from '../../../nodes/shared/messageToken';
import { newMessageId, rescopedMessageId } from '../../../simulator/messages/message';
import { otherWamid, userId, wamid } from '../trigger/payloads';

describe('The token of a message', () => {
	it.each([
		['of a customer', wamid, '3A4A6599AEE03810144F'],
		['of another', otherWamid, '3ACB699D505FF1FD3EAD'],
		// From Meta's webhooks.
		[
			'that was sent',
			'wamid.HBgLNjAxNzM1MjYyMzMVAgARGBJCNkY5NTBENEU3ODYxQTM3RUQA',
			'B6F950D4E7861A37ED',
		],
		[
			'from an Android phone',
			'wamid.HBgMNTU0MTkyMzE0MzA1FQIAEhggQUM2RThEQTlCQzBGOEI0Qjc5RjkzN0QxMUY3MTg0OTUA',
			'AC6E8DA9BC0F8B4B79F937D11F718495',
		],
	])('%s is in its wamid', (_what, id, token) => {
		expect(messageToken(id)).toBe(token);
	});

	it('is the same whether the wamid names the customer by the number or by the user ID', () => {
		const user = fc
			.tuple(fc.stringMatching(/^[A-Z]{2}$/), fc.stringMatching(/^[0-9A-Za-z]{1,120}$/))
			.map(([country, rest]) => `${country}.${rest}`);
		fc.assert(
			fc.property(
				fc.stringMatching(/^[1-9][0-9]{6,14}$/),
				user,
				fc.boolean(),
				(number, id, isIn) => {
					const scoped = newMessageId(number, isIn);
					expect(messageToken(rescopedMessageId(scoped, id))).toBe(messageToken(scoped));
					expect(messageToken(newMessageId(number, isIn))).not.toBe(messageToken(scoped));
				},
			),
		);
	});

	it.each(['wamid.1', 'ABGGFlA5Fpa', '', 'wamid.', 'wamid.****', `wamid.${userId}`])(
		'is the ID itself without one: %s',
		(id) => expect(messageToken(id)).toBe(id),
	);

	it('takes any text, and the beginning of one that is too long', () => {
		fc.assert(fc.property(fc.string(), (id) => typeof messageToken(`wamid.${id}`) === 'string'));
		expect(messageToken('a'.repeat(3_000_000))).toHaveLength(512);
	});
});
