import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { validate } from '../graph/validation';
import { newestVersion } from '../graph/version';
import { verifyCallback } from './callback';

const object = 'whatsapp_business_account';

/** @see https://developers.facebook.com/docs/graph-api/reference/app/subscriptions */
export const listAppSubscriptions = endpoint({
	method: 'GET',
	on: 'app',
	edge: 'subscriptions',
	token: 'app',
	handle: ({ node }) => ({
		data: node.subscription
			? [
					{
						object,
						callback_url: node.subscription.url,
						active: true,
						fields: node.subscription.fields.map((name) => ({ name, version: newestVersion })),
					},
				]
			: [],
	}),
});

const schema = z.looseObject({
	object: z.literal(object),
	callback_url: z.string(),
	verify_token: z.string(),
	fields: z.union([z.string(), z.array(z.string())]),
});

export const subscribeToFields = endpoint({
	method: 'POST',
	on: 'app',
	edge: 'subscriptions',
	token: 'app',
	handle: async ({ node, body }) => {
		const { callback_url, verify_token, fields } = validate(schema, body);
		const callback = await verifyCallback(callback_url, verify_token, 'callback_url');
		node.subscription = { ...callback, fields: namesOf(fields) };
		return { success: true };
	},
});

/** Without `fields`, removes the whole subscription. */
export const unsubscribeFromFields = endpoint({
	method: 'DELETE',
	on: 'app',
	edge: 'subscriptions',
	token: 'app',
	handle: ({ node, body }) => {
		const removed = namesOf(body.fields);
		const left = node.subscription?.fields.filter((name) => !removed.includes(name)) ?? [];
		if (removed.length === 0 || left.length === 0) node.subscription = undefined;
		else if (node.subscription) node.subscription.fields = left;
		return { success: true };
	},
});

function namesOf(fields: unknown): string[] {
	const list = Array.isArray(fields)
		? fields.map(String)
		: typeof fields === 'string'
			? fields.split(',')
			: [];
	return list.map((name) => name.trim()).filter((name) => name !== '');
}
