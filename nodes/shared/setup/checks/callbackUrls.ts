import { asText } from '../../../graphApi/coerce';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';

/**
 * The callback URLs, in the order in which Meta looks for one.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 */
const owners = [
	{ key: 'phone_number', name: 'Callback URL of the Number' },
	{ key: 'whatsapp_business_account', name: 'Callback URL of the Account' },
	{ key: 'application', name: 'Callback URL of the App' },
] as const;

export const callbackUrlChecks: Check[] = owners.map(({ key, name }) => ({
	name,
	async run({ callbackUrls, isOwnUrl }) {
		const urls = await callbackUrls();
		const url = asText(urls[key]);
		const used = owners.find((owner) => asText(urls[owner.key]) !== null)?.key;
		if (url === null) {
			if (used !== undefined || key !== 'application') return fine('Not set');
			return wrong(
				'Not set',
				'Publish a workflow with the trigger, which registers its callback URL.',
			);
		}
		const isOwn = isOwnUrl(url);
		const found = `${withoutQuery(url)} (${isOwn ? 'this n8n' : 'not this n8n'})`;
		if (used !== key) return fine(`${found}. A narrower one is used for messages.`);
		if (isOwn) return fine(found);
		return unknown(
			found,
			"Messages go there. If this n8n should receive them, publish a workflow with the trigger and its option 'Take Over Existing Registration'.",
		);
	},
}));

/** A query may contain a secret of the receiver. */
function withoutQuery(url: string): string {
	return url.split(/[?#]/, 1)[0] ?? '';
}
