import { z } from 'zod';
import { business } from '../../business';
import { pin } from '../../phoneNumbers/pin';
import { onPremisesEndpoint, type OnPremisesCall } from './endpoint';
import { refusal, validated } from './errors';

export const setTwoStep = onPremisesEndpoint({
	method: 'POST',
	path: '/settings/account/two-step',
	handle: ({ server, number, body }) => {
		number.pin = validated(z.strictObject({ pin }), body).pin;
		server.twoStep = true;
		return {};
	},
});

export const removeTwoStep = onPremisesEndpoint({
	method: 'DELETE',
	path: '/settings/account/two-step',
	handle: ({ server }) => {
		server.twoStep = false;
		return {};
	},
});

const numberSchema = {
	cc: z.string().regex(/^\d{1,3}$/),
	phone_number: z.string().regex(/^\d+$/),
	pin: pin.optional(),
};
const accountSchema = z.strictObject({
	...numberSchema,
	method: z.enum(['sms', 'voice']),
	cert: z.string().min(1),
});

/** Status 201 if the number is registered, or 202 if a code is on its way. The code is always the same. */
export const requestCode = onPremisesEndpoint({
	method: 'POST',
	path: '/account',
	status: 202,
	handle: (call) => {
		const { number, reply } = call;
		checkNumber(call, validated(accountSchema, call.body));
		if (number.registered) {
			void reply.code(201);
			return {};
		}
		return { account: [{ vname: number.verifiedName }] };
	},
});

export const verifyCode = onPremisesEndpoint({
	method: 'POST',
	path: '/account/verify',
	status: 201,
	handle: ({ number, body }) => {
		const { code } = validated(z.strictObject({ code: z.string().min(1) }), body);
		if (code !== business.verificationCode) throw refusal(1009, 'The code is wrong');
		number.registered = true;
		return {};
	},
});

const shardsSchema = z.strictObject({
	...numberSchema,
	shards: z.union([1, 2, 4, 8, 16, 32].map((count) => z.literal(count))),
});

export const setShards = onPremisesEndpoint({
	method: 'POST',
	path: '/account/shards',
	status: 201,
	handle: (call) => {
		const input = validated(shardsSchema, call.body);
		checkNumber(call, input);
		call.server.shards = input.shards;
		return {};
	},
});

/** @throws HostError 1009 for another number or a wrong PIN, 1008 without the PIN */
function checkNumber(
	{ server, number }: OnPremisesCall,
	given: { cc: string; phone_number: string; pin?: string },
): void {
	if (given.cc + given.phone_number !== number.digits) {
		throw refusal(1009, 'The server has another number');
	}
	if (!server.twoStep) return;
	if (given.pin === undefined) throw refusal(1008, 'Parameter pin is required');
	if (given.pin !== number.pin) throw refusal(1009, 'The PIN is wrong');
}
