import { business } from '../../simulator';
import type { Simulator } from '../../simulator';
import { kapsoIds, publicFile } from '../cases/kapsoIds';
import { isOfKapso } from '../cases/requestCase';
import type { RequestCase } from '../cases/requestCase';
import { until } from './until';

/**
 * The case with IDs that the simulator knows: of a message a customer writes to the same number, and of objects of
 * Kapso's that are made for it. If the case is about Kapso, the simulator then plays it, with a conversation and a
 * customer.
 */
export async function aboutRealObjects(
	simulator: Simulator,
	requestCase: RequestCase,
): Promise<RequestCase> {
	let text = JSON.stringify(requestCase);
	if (isOfKapso(requestCase.request)) {
		simulator.updateSettings({ hosts: ['kapso'] });
		await receivedMessage(simulator);
		const id = await makers.customer(simulator);
		await idIn(simulator, 'POST', `/customers/${id}/setup_links`, { setup_link: {} });
	}
	const messageIds = /wamid\.[\w+/=]+/g;
	if (messageIds.test(text)) {
		const number = business.phoneNumbers.find(({ id }) => text.includes(`/${id}/`));
		text = text.replace(messageIds, await receivedMessage(simulator, number?.id));
	}
	if (text.includes(publicFile)) text = text.replaceAll(publicFile, await fileUrl(simulator));
	const { method, path } = requestCase.request;
	const inList = method === 'GET' ? listed[path] : undefined;
	if (inList !== undefined) await makers[inList](simulator);
	for (const [name, id] of Object.entries(kapsoIds)) {
		if (!text.includes(id)) continue;
		text = text.replaceAll(id, await makers[name as keyof typeof kapsoIds](simulator));
	}
	return JSON.parse(text) as RequestCase;
}

async function receivedMessage(simulator: Simulator, phoneNumberId?: string): Promise<string> {
	const message = { type: 'text', text: 'Hello', phoneNumberId } as const;
	const { id } = await simulator.writeAs(business.customers[0].waId, message);
	return id;
}

/** Lets the simulator play Kapso with an object that is made for the name in `kapsoIds`, and gives its ID. */
export async function realKapsoObject(
	simulator: Simulator,
	name: keyof typeof kapsoIds,
): Promise<string> {
	simulator.updateSettings({ hosts: ['kapso'] });
	return await makers[name](simulator);
}

/** The ID of a webhook of the first number, if there is one. */
export async function kapsoWebhook(simulator: Simulator): Promise<string | undefined> {
	const path = `/whatsapp/phone_numbers/${business.phoneNumbers[0].id}/webhooks`;
	const [id] = await idsIn(simulator, 'GET', path);
	return id;
}

/** What makes an object of each kind, and gives its ID. */
const makers: Record<keyof typeof kapsoIds, (simulator: Simulator) => Promise<string>> = {
	async conversation(simulator) {
		const id = await idIn(simulator, 'GET', '/whatsapp/conversations');
		const assignment = { user_id: await makers.user(simulator) };
		await idIn(simulator, 'POST', `/whatsapp/conversations/${id}/assignments`, { assignment });
		return id;
	},
	/** One for all cases, as no two have the same external ID. */
	async customer(simulator) {
		const [known] = await idsIn(simulator, 'GET', '/customers');
		if (known !== undefined) return known;
		const customer = { name: 'Acme Corporation', external_customer_id: 'C-1001' };
		return await idIn(simulator, 'POST', '/customers', { customer });
	},
	/** Of the newest customer. */
	async setupLink(simulator) {
		const customer = await makers.customer(simulator);
		return await idIn(simulator, 'GET', `/customers/${customer}/setup_links`);
	},
	user: (simulator) => idIn(simulator, 'GET', '/users'),
	webhook(simulator) {
		const whatsapp_webhook = { url: `${simulator.url}/nowhere`, events: [] };
		const path = `/whatsapp/phone_numbers/${business.phoneNumbers[0].id}/webhooks`;
		return idIn(simulator, 'POST', path, { whatsapp_webhook });
	},
	/** Nobody takes what is delivered to it. */
	async calledWebhook(simulator) {
		const events = ['whatsapp.message.received'];
		const whatsapp_webhook = { url: `${simulator.url}/nowhere`, events };
		const path = `/whatsapp/phone_numbers/${business.phoneNumbers[0].id}/webhooks`;
		const id = await idIn(simulator, 'POST', path, { whatsapp_webhook });
		await receivedMessage(simulator);
		// What Kapso says of a delivery depends on whether it was tried already.
		const deliveries = () => simulator.webhooks().filter(({ via }) => via === 'kapso');
		await until(() => deliveries().every(({ attempts: [first] }) => first?.status !== undefined));
		return id;
	},
	projectWebhook(simulator) {
		const whatsapp_webhook = { url: `${simulator.url}/nowhere`, events: [] };
		return idIn(simulator, 'POST', '/whatsapp/webhooks', { whatsapp_webhook });
	},
	inboxEmbed(simulator) {
		const inbox_embed = { name: 'Support desk', scope_type: 'project' };
		return idIn(simulator, 'POST', '/inbox_embeds', { inbox_embed });
	},
	/** With a data endpoint that was called, and a response. */
	async flow(simulator) {
		const [{ id, meta_flow_id } = { id: '' }] = await dataIn(simulator, 'GET', '/whatsapp/flows');
		const flow = `/whatsapp/flows/${id}`;
		await dataIn(simulator, 'POST', `${flow}/setup_encryption`, {});
		const [endpoint] = await dataIn(simulator, 'POST', `${flow}/data_endpoint`, { code });
		await dataIn(simulator, 'POST', `${flow}/data_endpoint/deploy`);
		await simulator.settled();
		await dataIn(simulator, 'POST', `/functions/${endpoint?.function_id}/invoke`, {});
		await sendFlow(simulator, String(meta_flow_id));
		await simulator.writeAs(business.customers[0].waId, { type: 'flow', response: { a: 1 } });
		return id;
	},
	async function(simulator) {
		const id = await idIn(simulator, 'POST', '/functions', { function: { name: 'Hello', code } });
		await dataIn(simulator, 'POST', `/functions/${id}/deploy`);
		await simulator.settled();
		await dataIn(simulator, 'POST', `/functions/${id}/invoke`, {});
		return id;
	},
	async broadcast(simulator) {
		const id = await newBroadcast(simulator, 'hello_world');
		const recipients = [{ phone_number: `+${business.customers[1].waId}` }];
		await idsIn(simulator, 'POST', `/whatsapp/broadcasts/${id}/recipients`, {
			whatsapp_broadcast: { recipients },
		});
		return id;
	},
	broadcastWithValues: (simulator) => newBroadcast(simulator, 'delivery_update'),
	async scheduledBroadcast(simulator) {
		const id = await makers.broadcast(simulator);
		const when = { scheduled_at: '2100-01-01T00:00:00Z' };
		return await idIn(simulator, 'POST', `/whatsapp/broadcasts/${id}/schedule`, when);
	},
};

/** Of what the data endpoints of Flows and the functions of the cases have. */
const code =
	'async function handler(request) { console.log("Hello"); return Response.json({"ok": true}); }';

/** What a list has to find: the object of each path. */
const listed: Readonly<Record<string, keyof typeof kapsoIds>> = {
	[`/whatsapp/phone_numbers/${business.phoneNumbers[0].id}/webhooks`]: 'webhook',
	'/whatsapp/webhooks': 'projectWebhook',
	'/inbox_embeds': 'inboxEmbed',
	'/functions': 'function',
	'/webhook_deliveries': 'calledWebhook',
	'/whatsapp/broadcasts': 'broadcast',
};

function newBroadcast(simulator: Simulator, templateName: string): Promise<string> {
	const template = business.templates.find(({ name }) => name === templateName);
	return idIn(simulator, 'POST', '/whatsapp/broadcasts', {
		whatsapp_broadcast: {
			name: 'June',
			phone_number_id: business.phoneNumbers[0].id,
			whatsapp_template_id: template?.id,
		},
	});
}

/** The ID of the object, or of the first. */
async function idIn(...call: Parameters<typeof idsIn>): Promise<string> {
	const [id] = await idsIn(...call);
	if (id === undefined) throw new Error(`${call[1]} ${call[2]}: there is none`);
	return id;
}

async function idsIn(...call: Parameters<typeof dataIn>): Promise<string[]> {
	return (await dataIn(...call)).map(({ id }) => id);
}

interface KapsoObject {
	id: string;
	function_id?: string;
	meta_flow_id?: string;
}

/** Calls Kapso's platform, and gives the object in the response, or those of a list. */
async function dataIn(
	simulator: Simulator,
	method: string,
	path: string,
	body?: object,
): Promise<KapsoObject[]> {
	const response = await fetch(`${simulator.url}/kapso/platform/v1${path}`, {
		method,
		headers: { 'x-api-key': business.kapsoApiKey, 'content-type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	const { data } = (await response.json()) as { data?: KapsoObject | KapsoObject[] };
	return [data ?? []].flat();
}

async function sendFlow(simulator: Simulator, flowId: string): Promise<void> {
	const parameters = {
		flow_message_version: '3',
		flow_id: flowId,
		flow_cta: 'Open',
		flow_action: 'navigate',
		flow_action_payload: { screen: 'FIRST' },
	};
	const interactive = {
		type: 'flow',
		body: { text: 'Please fill in' },
		action: { name: 'flow', parameters },
	};
	const to = business.customers[0].waId;
	const number = business.phoneNumbers[0].id;
	await fetch(`${simulator.url}/kapso/meta/whatsapp/v24.0/${number}/messages`, {
		method: 'POST',
		headers: { 'x-api-key': business.kapsoApiKey, 'content-type': 'application/json' },
		body: JSON.stringify({ messaging_product: 'whatsapp', to, type: 'interactive', interactive }),
	});
}

/** The URL of a picture that comes without a key. */
async function fileUrl({ url }: Simulator): Promise<string> {
	const number = `phone_number_id=${business.phoneNumbers[0].id}`;
	const form = new FormData();
	form.set('messaging_product', 'whatsapp');
	form.set('type', 'image/jpeg');
	form.set('file', new Blob(['a picture'], { type: 'image/jpeg' }), 'photo.jpg');
	const base = `${url}/kapso/meta/whatsapp/v24.0`;
	const headers = { 'x-api-key': business.kapsoApiKey };
	const upload = `${base}/${business.phoneNumbers[0].id}/media`;
	const uploaded = await fetch(upload, { method: 'POST', headers, body: form });
	const { id } = (await uploaded.json()) as { id: string };
	const found = await fetch(`${base}/${id}?${number}`, { headers });
	return ((await found.json()) as { download_url: string }).download_url;
}
