import { asText } from '../../../graphApi/coerce';
import { isTriggerUrl, publishedTrigger } from '../../publishedTriggers';
import { sharesProcess } from '../../sharesProcess';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';
import type { Finding } from '../finding';

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
		const { found, ...finding } = isOwnUrl(url) ? ownUrl(url) : elsewhere(url, key);
		if (used !== key) return fine(`${found}. A narrower one is used for messages.`);
		return { found, ...finding };
	},
}));

function elsewhere(url: string, key: (typeof owners)[number]['key']): Finding {
	const todo = key === 'application' ? publish : `${publish} ${takeOver}`;
	return unknown(`${withoutSecrets(url)} (not this n8n)`, todo);
}

/** Names the workflow that gets the messages, so that the owner of another one sees it. */
function ownUrl(url: string): Finding {
	const shown = withoutSecrets(url);
	const trigger = publishedTrigger(url);
	if (trigger) return fine(`${shown} (this n8n, workflow "${trigger.workflow}")`);
	if (!isTriggerUrl(url)) return fine(`${shown} (this n8n)`);
	// A worker knows no trigger.
	if (!sharesProcess()) {
		return unknown(
			`${shown} (this n8n. In queue mode it cannot be told whether its workflow is published)`,
		);
	}
	return wrong(
		`${shown} (this n8n, but no published WhatsApp Business Trigger receives there)`,
		'Publish the workflow with this trigger. Until then, what customers write reaches no workflow.',
	);
}

/** A query or a password in the URL is a secret of the receiver. */
function withoutSecrets(url: string): string {
	if (!URL.canParse(url)) return 'not a URL';
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}
