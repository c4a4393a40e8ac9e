import { z } from 'zod';

const milliseconds = z.number().min(0).max(604_800_000);

/** What can be changed while the simulator runs, with Meta's own figures as defaults where Meta names them. */
export const settingsSchema = z.strictObject({
	/** Added to every Graph API answer. */
	latencyMs: milliseconds.default(0),
	/** Messages per second and phone number before error 130429; `null` is no limit. */
	messagesPerSecond: z.number().positive().nullable().default(80),
	/** One message per `everyMs` to one user, bursts up to `burst`, before error 131056; `null` is no limit. */
	pairLimit: z
		.strictObject({ burst: z.number().int().positive(), everyMs: z.number().positive() })
		.nullable()
		.default({ burst: 45, everyMs: 6000 }),
	/** When each status follows the acceptance of a message; `null` leaves that status out. */
	statusDelaysMs: z
		.strictObject({
			sent: milliseconds.nullable(),
			delivered: milliseconds.nullable(),
			read: milliseconds.nullable(),
		})
		.default({ sent: 200, delivered: 400, read: 800 }),
	/** Pauses before each repeat of a webhook that was not answered with 200; when used up, the webhook is dropped. */
	webhookRetryDelaysMs: z
		.array(milliseconds)
		.default([
			1_000, 5_000, 20_000, 60_000, 300_000, 1_800_000, 3_600_000, 21_600_000, 86_400_000,
			86_400_000, 86_400_000, 86_400_000, 86_400_000, 86_400_000,
		]),
	/** How long Meta waits for the answer to a webhook. */
	webhookTimeoutMs: milliseconds.default(20_000),
	/** How long the address from `GET /{media}` works. */
	mediaUrlLifetimeMs: milliseconds.default(300_000),
	/** How long a customer's message keeps the customer service window open. */
	customerServiceWindowMs: milliseconds.default(86_400_000),
	/** Off: every customer can be written to freely. */
	enforceCustomerServiceWindow: z.boolean().default(true),
	/** On: calls without `appsecret_proof` are refused. */
	requireAppSecretProof: z.boolean().default(false),
	/** How long Meta reviews a template; `null`: until the control interface decides. */
	templateReviewMs: milliseconds.nullable().default(2_000),
	/** Phone numbers (digits) that have no WhatsApp account: messages to them fail with 131026. */
	notOnWhatsApp: z.array(z.string().regex(/^\d+$/)).default([]),
});

/** See `settingsSchema` for what each figure does. */
export type SimulatorSettings = z.infer<typeof settingsSchema>;

/** The settings a new simulator has. */
export function defaultSettings(): SimulatorSettings {
	return settingsSchema.parse({});
}
