import { asText } from '../../../graphApi/coerce';
import { publishedTrigger } from '../../publishedTriggers';
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

const publish =
	'Messages go there. If this n8n should receive them, publish a workflow with the trigger.';
const takeOver =
	"If publishing ends with an error because of this URL, turn on the option 'Take Over Existing Registration'.";

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
		const found = `${withoutSecrets(url)} (${isOwn ? `this n8n${workflowOf(url)}` : 'not this n8n'})`;
		if (used !== key) return fine(`${found}. A narrower one is used for messages.`);
		if (isOwn) return fine(found);
		return unknown(found, key === 'application' ? publish : `${publish} ${takeOver}`);
	},
}));

/** Which workflow gets the messages, so that the owner of another one sees it. */
function workflowOf(url: string): string {
	const trigger = publishedTrigger(url);
	return trigger ? `, workflow "${trigger.workflow}"` : '';
}

/** A query or a password in the URL is a secret of the receiver. */
function withoutSecrets(url: string): string {
	if (!URL.canParse(url)) return 'not a URL';
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}
