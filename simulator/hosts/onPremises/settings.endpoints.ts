import { createHash } from 'node:crypto';
import { z } from 'zod';
import { onPremisesEndpoint } from './endpoint';
import { refusal, validated } from './errors';
import { defaultApplication, type OnPremisesState } from './state';

const milliseconds = z
	.union([z.string().regex(/^\d+$/), z.number().int().min(0)])
	.transform(String);
/** A server may use http, unlike Meta. */
const webhookUrl = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]);

const applicationSchema = z.strictObject({
	callback_backoff_delay_ms: milliseconds.optional(),
	max_callback_backoff_delay_ms: milliseconds.optional(),
	callback_persist: z.boolean().optional(),
	media: z
		.strictObject({
			auto_download: z.array(z.enum(['image', 'document', 'audio', 'video', 'voice'])),
		})
		.optional(),
	webhooks: z
		.strictObject({
			url: webhookUrl.optional(),
			max_concurrent_requests: z
				.union([z.literal(6), z.literal(12), z.literal(18), z.literal(24)])
				.optional(),
			// https://developers.facebook.com/docs/whatsapp/api/webhooks
			message: z
				.strictObject({
					sent: z.boolean().optional(),
					delivered: z.boolean().optional(),
					read: z.boolean().optional(),
				})
				.optional(),
		})
		.optional(),
	on_call_pager: z.string().optional(),
	pass_through: z.boolean().optional(),
	sent_status: z.boolean().optional(),
	unhealthy_interval: z.number().int().positive().optional(),
	heartbeat_interval: z.number().int().positive().optional(),
});

export const getApplication = onPremisesEndpoint({
	method: 'GET',
	path: '/settings/application',
	handle: ({ server: { application } }) => ({ settings: { application } }),
});

/** What is not set stays. */
export const updateApplication = onPremisesEndpoint({
	method: 'PATCH',
	path: '/settings/application',
	handle: ({ server, body }) => {
		const { webhooks: { message, ...webhooks } = {}, ...changes } = validated(
			applicationSchema,
			body,
		);
		Object.assign(server.application, changes);
		Object.assign(server.application.webhooks, webhooks);
		Object.assign(server.application.webhooks.message, message);
		return {};
	},
});

export const resetApplication = onPremisesEndpoint({
	method: 'DELETE',
	path: '/settings/application',
	handle: ({ server }) => {
		server.application = defaultApplication();
		return {};
	},
});

const providersPath = '/settings/application/media/providers';

const providersSchema = z
	.array(
		z.strictObject({
			name: z.string().min(1),
			type: z.literal('www'),
			config: z.union([
				z.strictObject({ bearer: z.string() }),
				z.strictObject({ basic: z.strictObject({ username: z.string(), password: z.string() }) }),
			]),
		}),
	)
	.min(1);

export const listProviders = onPremisesEndpoint({
	method: 'GET',
	path: providersPath,
	handle: ({ server: { providers } }) => ({
		settings: { application: { media: { providers } } },
	}),
});

export const updateProviders = onPremisesEndpoint({
	method: 'POST',
	path: providersPath,
	handle: ({ server, body }) => {
		for (const provider of validated(providersSchema, body)) {
			server.providers = [
				...server.providers.filter(({ name }) => name !== provider.name),
				provider,
			];
		}
		return {};
	},
});

export const deleteProvider = onPremisesEndpoint({
	method: 'DELETE',
	path: `${providersPath}/:provider`,
	handle: ({ server, params }) => {
		const left = server.providers.filter(({ name }) => name !== params.provider);
		if (left.length === server.providers.length) {
			throw refusal(1006, `There is no provider ${params.provider}`);
		}
		server.providers = left;
		return {};
	},
});

const backupSchema = z.strictObject({ password: z.string().min(1) });

/** The settings, readable with the password only. The simulator does not encrypt them. */
export const backup = onPremisesEndpoint({
	method: 'POST',
	path: '/settings/backup',
	handle: ({ server, body }) => {
		const { password } = validated(backupSchema, body);
		const { application, providers } = server;
		const data = { lock: lockOf(password), application, providers };
		return { settings: { data: Buffer.from(JSON.stringify(data)).toString('base64') } };
	},
});

export const restore = onPremisesEndpoint({
	method: 'POST',
	path: '/settings/restore',
	handle: ({ server, body }) => {
		const { password, data } = validated(backupSchema.extend({ data: z.string().min(1) }), body);
		const stored = storedIn(data);
		if (stored?.lock !== lockOf(password)) {
			throw refusal(1009, 'The data cannot be read with this password');
		}
		server.application = stored.application;
		server.providers = stored.providers;
		return {};
	},
});

type Stored = Pick<OnPremisesState, 'application' | 'providers'> & { lock: string };

function storedIn(data: string): Stored | undefined {
	try {
		return JSON.parse(Buffer.from(data, 'base64').toString()) as Stored;
	} catch {
		return undefined;
	}
}

function lockOf(password: string): string {
	return createHash('sha256').update(password).digest('hex');
}
