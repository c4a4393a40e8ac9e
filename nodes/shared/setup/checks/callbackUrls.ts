import { asText } from '../../../graphApi/coerce';
import { MissingIdError } from '../../account/credentialId';
import { isTriggerUrl, publishedTrigger } from '../../publishedTriggers';
import { sharesProcess } from '../../sharesProcess';
import { readSubscribedApps } from '../../subscribedApps';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';
import type { Facts } from '../facts';
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

type OwnerKey = (typeof owners)[number]['key'];
type CallbackUrls = Partial<Record<OwnerKey, unknown>>;

const publish =
	'Messages go there. If this n8n should receive them, publish a workflow with the trigger.';
const takeOver =
	"If publishing ends with an error because of this URL, turn on the option 'Take Over Existing Registration'.";

const publishAgain =
	'Publish the workflow with this trigger. Until then, what Meta sends there reaches no workflow.';
/** n8n's own trigger has URLs of the same form, and sets that of the app only. */
const builtIn =
	"If n8n's own 'WhatsApp Trigger' has this URL, it receives, and no WhatsApp Business Trigger does.";

export const callbackUrlChecks: Check[] = owners.map(({ key, name }) => ({
	name,
	async run(facts) {
		const ofNumber = await callbackUrlsOfNumber(facts, key);
		const urls = ofNumber ?? (await callbackUrlsWithoutNumber(facts, key));
		const url = asText(urls[key]);
		const used = owners.find((owner) => asText(urls[owner.key]) !== null)?.key;
		if (url === null) {
			if (used !== undefined || key !== 'application') return fine('Not set');
			return wrong(
				'Not set',
				'Publish a workflow with the trigger, which registers its callback URL.',
			);
		}
		const { found, ...finding } = facts.isOwnUrl(url) ? ownUrl(url, key) : elsewhere(url, key);
		if (used !== key) return fine(`${found}. A narrower one is used for messages.`);
		return { ...finding, found: ofNumber ? found : `${found}. A number may have its own.` };
	},
}));

/** The callback URLs that apply to the number. Undefined if no number is chosen and none is needed. */
async function callbackUrlsOfNumber(
	{ callbackUrls }: Facts,
	key: OwnerKey,
): Promise<CallbackUrls | undefined> {
	try {
		return await callbackUrls();
	} catch (error) {
		if (key === 'phone_number' || !(error instanceof MissingIdError)) throw error;
		return undefined;
	}
}

async function callbackUrlsWithoutNumber(facts: Facts, key: OwnerKey): Promise<CallbackUrls> {
	const { send, wabaId, appId, appSubscription } = facts;
	const apps = await readSubscribedApps(send, await wabaId());
	const id = await appId();
	const ofAccount = apps.find((app) => app.id === id)?.overrideUrl;
	const ofApp = key === 'application' ? (await appSubscription())?.url : null;
	return { whatsapp_business_account: ofAccount, application: ofApp };
}

function elsewhere(url: string, key: OwnerKey): Finding {
	const todo = key === 'application' ? publish : `${publish} ${takeOver}`;
	return unknown(`${withoutSecrets(url)} (not this n8n)`, todo);
}

/** Names the workflow that gets the messages, so that the owner of another one sees it. */
function ownUrl(url: string, key: OwnerKey): Finding {
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
		key === 'application' ? `${publishAgain} ${builtIn}` : publishAgain,
	);
}

/** A query or a password in the URL is a secret of the receiver. */
function withoutSecrets(url: string): string {
	if (!URL.canParse(url)) return 'not a URL';
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}
