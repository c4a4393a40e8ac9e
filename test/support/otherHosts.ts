import type { CredentialData } from '../../nodes/graphApi/connection';
import { business } from '../../simulator';
import type { Simulator, SimulatorSettings } from '../../simulator';
import type { HostName } from '../../simulator/hosts/names';

const [number] = business.phoneNumbers;

/** A host other than Meta's, as the simulator plays it and a credential names it. */
export interface OtherHost {
	title: string;
	simulated: HostName;
	settings?: Partial<SimulatorSettings>;
	/** @param url of the simulator. */
	credential(url: string): CredentialData;
	/** n8n's public URL, for a host that takes no port. */
	publicUrl?: string;
	/** Where the host delivers, as it says itself. Undefined: nowhere. */
	registeredUrl(simulator: Simulator): Promise<string | undefined>;
	/** Registers a URL of somebody else, or removes what is registered. */
	registerOther(simulator: Simulator, url: string): Promise<void>;
}

const account = { phoneNumberId: number.id, businessAccountId: business.waba.id };

async function call(
	simulator: Simulator,
	[method, path]: [string, string],
	headers: Record<string, string>,
	body?: object,
): Promise<unknown> {
	const response = await fetch(`${simulator.url}${path}`, {
		method,
		headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
		body: body && JSON.stringify(body),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(text);
	return text === '' ? {} : JSON.parse(text);
}

/** A webhook as Kapso lists it. */
export interface ListedWebhook {
	id: string;
	url: string;
	kind: string;
	active: boolean;
	secret_key: string;
}

/** Kapso's webhooks of a number. */
export async function kapsoWebhooks(
	simulator: Simulator,
	phoneNumberId: string = number.id,
): Promise<ListedWebhook[]> {
	const path = `/kapso/platform/v1/whatsapp/phone_numbers/${phoneNumberId}/webhooks`;
	const { data } = (await callKapso(simulator, ['GET', path])) as { data: ListedWebhook[] };
	return data;
}

/** Calls Kapso as somebody else who has the key. */
export async function callKapso(
	simulator: Simulator,
	call_: [string, string],
	webhook?: object,
): Promise<unknown> {
	const body = webhook && { whatsapp_webhook: webhook };
	return await call(simulator, call_, { 'x-api-key': business.kapsoApiKey }, body);
}

const kapso: OtherHost = {
	title: 'Kapso',
	simulated: 'kapso',
	credential: (url) => ({
		...account,
		host: 'kapso',
		accessToken: '',
		apiKey: business.kapsoApiKey,
		baseUrl: `${url}/kapso`,
	}),
	registeredUrl: async (simulator) =>
		(await kapsoWebhooks(simulator)).find(({ kind }) => kind === 'meta')?.url,
	async registerOther(simulator, url) {
		const path = `/kapso/platform/v1/whatsapp/phone_numbers/${number.id}/webhooks`;
		await callKapso(simulator, ['POST', path], { url, kind: 'meta' });
	},
};

const ofKey = { 'd360-api-key': business.dialog360ApiKey };
const webhookOfKey = '/360dialog/v1/configs/webhook';

const dialog360: OtherHost = {
	title: '360dialog',
	simulated: '360dialog',
	credential: (url) => ({
		...account,
		host: 'dialog360',
		accessToken: '',
		apiKey: business.dialog360ApiKey,
		baseUrl: `${url}/360dialog`,
	}),
	publicUrl: 'https://n8n.test',
	async registeredUrl(simulator) {
		const { url } = (await call(simulator, ['GET', webhookOfKey], ofKey)) as { url: string };
		return url || undefined;
	},
	async registerOther(simulator, url) {
		await call(simulator, ['POST', webhookOfKey], ofKey, { url });
	},
};

const withToken = { authorization: `Bearer ${business.onPremises.token}` };
const settingsPath = '/onpremises/v1/settings/application';

const onPremises: OtherHost = {
	title: 'an On-Premises server',
	simulated: 'onPremises',
	settings: { onPremisesContactCheck: false },
	credential: (url) => ({
		...account,
		host: 'onPremises',
		accessToken: business.onPremises.token,
		baseUrl: `${url}/onpremises`,
	}),
	async registeredUrl(simulator) {
		const body = await call(simulator, ['GET', settingsPath], withToken);
		const { settings } = body as { settings: { application: { webhooks: { url: string } } } };
		return settings.application.webhooks.url.replace(/\?secret=[0-9a-f]{64}$/, '') || undefined;
	},
	async registerOther(simulator, url) {
		await call(simulator, ['PATCH', settingsPath], withToken, { webhooks: { url } });
	},
};

const turn: OtherHost = {
	...onPremises,
	title: 'Turn.io',
	settings: { ...onPremises.settings, onPremisesByTurn: true },
	credential: (url) => ({
		...onPremises.credential(url),
		hookSecret: business.onPremises.hookSecret,
	}),
};

export const otherHosts: readonly OtherHost[] = [kapso, dialog360, onPremises, turn];
