import { getPath } from '../../../nodes/graphApi/coerce';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import { actionNodeType, credentialOf, node, to } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import type { AcceptedMessage } from '../../../simulator';
import { defaultSettings } from '../../../simulator/settings';
import { postJson } from './postJson';
import { isWaiting } from './questionStage';
import { publish } from './triggerWorkflow';
import { until } from './until';
import { world } from './world';

const [phoneNumber] = business.phoneNumbers;
let sendings = 0;

/** An execution that sends messages and waits until they are delivered. */
export interface Sending {
	id: string;
	/** In the order of the items. */
	messages: AcceptedMessage[];
}

/** Without statuses but those of `report`, until `releaseStatuses`. */
export function holdStatuses(): void {
	world.simulator.updateSettings({ statusDelaysMs: { sent: null, delivered: null, read: null } });
}

/** Messages arrive, but nobody reads them: on a busy machine, they would be read before n8n hears that they have arrived. */
export function leaveUnread(): void {
	const { statusDelaysMs } = defaultSettings();
	world.simulator.updateSettings({ statusDelaysMs: { ...statusDelaysMs, read: null } });
}

export function releaseStatuses(): void {
	world.simulator.updateSettings({ statusDelaysMs: defaultSettings().statusDelaysMs });
}

/**
 * Starts an execution that sends a text to each recipient.
 * @param url of the n8n that receives the webhook.
 * @param accepted how many of the messages WhatsApp takes.
 */
export async function send(
	recipients: string[],
	parameters: INodeParameters = {},
	settings: Partial<INode> = {},
	{ url = world.n8n.url, accepted = recipients.length } = {},
): Promise<Sending> {
	const path = `delivery-${++sendings}`;
	const workflow = await publish({
		name: path,
		nodes: [
			{
				...node('Codes', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path }, [0, 0]),
				typeVersion: 2,
				webhookId: path,
			},
			node('List', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.recipients' }, [200, 0]),
			{
				...node(
					'Send',
					actionNodeType,
					{
						resource: 'message',
						operation: 'sendAndWait',
						to: '={{ $json["body.recipients"] }}',
						responseType: 'delivery',
						text: 'Your code is 4711',
						...parameters,
					},
					[400, 0],
				),
				...settings,
				credentials: credentialOf(world.credential),
			},
			node('Nothing', 'n8n-nodes-base.noOp', {}, [600, 0]),
			node('Failed', 'n8n-nodes-base.noOp', {}, [600, 200]),
		],
		connections: {
			Codes: to('List'),
			List: to('Send'),
			Send: { main: [...(to('Nothing').main ?? []), ...(to('Failed').main ?? [])] },
		},
	});
	const before = world.simulator.messages().length;
	await postJson(`${url}/webhook/${path}`, { recipients });
	const id = await executionOf(workflow);
	const messages = await until('the messages', () => {
		const sent = world.simulator.messages().slice(before);
		return sent.length === accepted ? sent : undefined;
	});
	messages.sort((one, other) => itemOf(one) - itemOf(other));
	return { id, messages };
}

/** The same, once the execution waits. */
export async function sendAndAwait(...parameters: Parameters<typeof send>): Promise<Sending> {
	const sending = await send(...parameters);
	await until('the wait', async () => ((await isWaiting(sending.id)) ? true : undefined));
	return sending;
}

/** WhatsApp reports what has become of a message. */
export function report(
	message: AcceptedMessage | undefined,
	status: 'sent' | 'delivered' | 'read' | 'failed',
): void {
	if (!message) throw new Error('There is no such message');
	world.simulator.emitWebhook(
		'messages',
		{
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '1', phone_number_id: phoneNumber.id },
			statuses: [
				{
					...{ id: message.id, status, recipient_id: message.recipient },
					timestamp: String(Math.floor(Date.now() / 1000)),
					biz_opaque_callback_data: message.body.biz_opaque_callback_data,
					...(status === 'failed' && {
						errors: [{ code: 131026, title: 'Message undeliverable' }],
					}),
				},
			],
		},
		phoneNumber.id,
	);
}

/** The items with which an execution continued. */
export async function resultOf(id: string, name = 'Nothing'): Promise<IDataObject[]> {
	return outputItems(await world.n8n.finishedExecution(id), name).map(({ json }) => json);
}

/** What a waiting execution knows of each message. Empty if it does not wait. */
export async function awaited(id: string): Promise<unknown[]> {
	const found = await world.n8n.endedOrWaitingExecution(id);
	if (found.status !== 'waiting') return [];
	return outputItems(found, 'Send').map(({ json }) => getPath(json, 'delivery.status'));
}

/** The index of the item is in the token. */
function itemOf({ body }: AcceptedMessage): number {
	return Number(String(body.biz_opaque_callback_data).split(':').at(-3));
}

function executionOf(workflow: SavedWorkflow): Promise<string> {
	return until('the execution', async () => (await world.n8n.executionIds(workflow))[0]);
}
