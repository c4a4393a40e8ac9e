import { business } from '../../simulator';
import type { Simulator } from '../../simulator';
import { kapsoIds } from '../cases/kapsoIds';
import type { RequestCase } from '../cases/requestCase';

/**
 * The case with IDs that the simulator knows: of a message a customer writes to the same number, and of objects of Kapso's
 * that are made for it. A simulator that was reset plays no other host; this one then plays Kapso, with a conversation and a customer, if the case
 * is about it.
 */
export async function aboutRealObjects(
	simulator: Simulator,
	requestCase: RequestCase,
): Promise<RequestCase> {
	let text = JSON.stringify(requestCase);
	if (requestCase.request.base === 'platform') {
		simulator.updateSettings({ hosts: ['kapso'] });
		await receivedMessage(simulator);
		const customer = { name: 'Acme Corporation', external_customer_id: 'C-1001' };
		const id = await idIn(simulator, 'POST', '/customers', { customer });
		await idIn(simulator, 'POST', `/customers/${id}/setup_links`, { setup_link: {} });
	}
	const messageIds = /wamid\.[\w+/=]+/g;
	if (messageIds.test(text)) {
		const number = business.phoneNumbers.find(({ id }) => text.includes(`/${id}/`));
		text = text.replace(messageIds, await receivedMessage(simulator, number?.id));
	}
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

/** What makes an object of each kind, and gives its ID. */
const makers: Record<keyof typeof kapsoIds, (simulator: Simulator) => Promise<string>> = {
	async conversation(simulator) {
		const id = await idIn(simulator, 'GET', '/whatsapp/conversations');
		const assignment = { user_id: await makers.user(simulator) };
		await idIn(simulator, 'POST', `/whatsapp/conversations/${id}/assignments`, { assignment });
		return id;
	},
	customer: (simulator) => idIn(simulator, 'GET', '/customers'),
	/** Of the newest customer. */
	async setupLink(simulator) {
		const customer = await makers.customer(simulator);
		return await idIn(simulator, 'GET', `/customers/${customer}/setup_links`);
	},
	user: (simulator) => idIn(simulator, 'GET', '/users'),
};

/** Calls Kapso's platform, and gives the ID of the object in the response, or of the first. */
async function idIn(
	simulator: Simulator,
	method: string,
	path: string,
	body?: object,
): Promise<string> {
	const response = await fetch(`${simulator.url}/kapso/platform/v1${path}`, {
		method,
		headers: { 'x-api-key': business.kapsoApiKey, 'content-type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	const { data } = (await response.json()) as { data: { id: string } | Array<{ id: string }> };
	const [object] = [data].flat();
	if (object === undefined) throw new Error(`${method} ${path}: there is none`);
	return object.id;
}
