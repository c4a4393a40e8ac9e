import { z } from 'zod';
import { business } from './business';
import { hostNames } from './hosts/names';

const milliseconds = z.number().min(0).max(604_800_000);

/** Settings that can change while the simulator runs. Defaults are Meta's values where documented. */
export const settingsSchema = z.strictObject({
	/** Delay of every Graph API response. */
	latencyMs: milliseconds.default(0),
	/** Messages per second and phone number before error 130429; `null` for no limit. */
	messagesPerSecond: z.number().positive().nullable().default(80),
	/** One message per `everyMs` to one user, bursts up to `burst`, before error 131056; `null` for no limit. */
	pairLimit: z
		.strictObject({ burst: z.number().int().positive(), everyMs: z.number().positive() })
		.nullable()
		.default({ burst: 45, everyMs: 6000 }),
	/** Delay of each status after a message is accepted; `null` omits the status. */
	statusDelaysMs: z
		.strictObject({
			sent: milliseconds.nullable(),
			delivered: milliseconds.nullable(),
			read: milliseconds.nullable(),
		})
		.default({ sent: 200, delivered: 400, read: 800 }),
	/** Delay before each retry of a webhook that did not get 200. After the last one, the webhook is dropped. */
	webhookRetryDelaysMs: z
		.array(milliseconds)
		.default([
			1_000, 5_000, 20_000, 60_000, 300_000, 1_800_000, 3_600_000, 21_600_000, 86_400_000,
			86_400_000, 86_400_000, 86_400_000, 86_400_000, 86_400_000,
		]),
	/** How long to wait for the response to a webhook. */
	webhookTimeoutMs: milliseconds.default(20_000),
	/** How long the URL from `GET /{media}` works. */
	mediaUrlLifetimeMs: milliseconds.default(300_000),
	/** How long a customer's message opens the customer service window. */
	customerServiceWindowMs: milliseconds.default(86_400_000),
	/**
	 * How long messages are free after the reply to a customer who came from an ad. Meta's limit; it was 72 hours
	 * until September 2026.
	 */
	freeEntryPointWindowMs: milliseconds.default(604_800_000),
	/** If false, messages are accepted without an open window. */
	enforceCustomerServiceWindow: z.boolean().default(true),
	/**
	 * Whether the webhook `message_echoes` reports the app's own messages, too. Meta does not document it, so play
	 * both.
	 */
	echoOwnMessages: z.boolean().default(false),
	/** Whether the account may send messages without a template. */
	directSend: z.boolean().default(true),
	/** Whether the account is set up for the Marketing Messages API. */
	marketingMessagesApi: z.boolean().default(true),
	/** If true, calls without `appsecret_proof` are rejected. */
	requireAppSecretProof: z.boolean().default(false),
	/** What the access token may do. A permission without `targetIds` covers everything that its user may see. */
	token: z
		.strictObject({
			/** Default: the token of a system user. */
			type: z.enum(['SYSTEM_USER', 'USER']).optional(),
			permissions: z.array(
				z.strictObject({ scope: z.string(), targetIds: z.array(z.string()).optional() }),
			),
			/** Seconds since 1970; 0 for never. */
			expiresAt: z.number().int().min(0).default(0),
			dataAccessExpiresAt: z.number().int().min(0).default(0),
		})
		.default({
			permissions: [
				...['whatsapp_business_management', 'whatsapp_business_messaging'].map((scope) => ({
					scope,
					targetIds: [business.waba.id],
				})),
				{ scope: 'catalog_management', targetIds: [business.catalog.id] },
			],
			expiresAt: 0,
			dataAccessExpiresAt: 0,
		}),
	/** Duration of a template review; `null` waits for the control interface. */
	templateReviewMs: milliseconds.nullable().default(2_000),
	/** How long a call rings before it fails with 138007. Meta: 30 to 60 seconds. */
	callRingMs: milliseconds.default(30_000),
	/** Calls of one number at the same time before error 138002. */
	concurrentCalls: z.number().int().positive().default(1000),
	/** Hosts besides Meta's that the simulator plays, each under its own path. */
	hosts: z.array(z.enum(hostNames)).default([]),
	/**
	 * Where host names of callback URLs are served, e.g. `{"n8n.test": "http://127.0.0.1:5678"}`. No host has this: it
	 * stands for the name server and the reverse proxy of a real installation.
	 */
	resolve: z.record(z.string(), z.url({ protocol: /^https?$/ })).default({}),
	/** How long 360dialog refuses to read media after 20 failures. */
	dialog360MediaBlockMs: milliseconds.default(1_800_000),
	/** How long a token of the On-Premises API is valid. */
	onPremisesTokenLifetimeMs: milliseconds.default(604_800_000),
	/** Whether the On-Premises API sends only to numbers that were checked, and to people who have written. */
	onPremisesContactCheck: z.boolean().default(true),
	/** Whether webhooks of the On-Premises API are Turn.io's: signed, and with people who have no phone number. */
	onPremisesByTurn: z.boolean().default(false),
	/**
	 * How long Kapso waits, as a share of what it documents: before retries of webhooks, while it collects messages, and
	 * until a conversation is inactive.
	 */
	kapsoTimeScale: z.number().min(0).max(1).default(1),
	/** Requests per minute with Kapso's key before 429, e.g. 100 on its free plan; `null` for no limit. */
	kapsoRequestsPerMinute: z.number().int().positive().nullable().default(null),
	/** Phone numbers (digits) that have no WhatsApp account: messages to them fail with 131026. */
	notOnWhatsApp: z.array(z.string().regex(/^\d+$/)).default([]),
});

/** Described in `settingsSchema`. */
export type SimulatorSettings = z.infer<typeof settingsSchema>;

/** The settings a new simulator has. */
export function defaultSettings(): SimulatorSettings {
	return settingsSchema.parse({});
}
