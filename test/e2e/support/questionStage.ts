import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { outputItems, type Execution, type SavedWorkflow } from '../../../scripts/n8n/client';
import { actionNodeType, credentialOf, node, to } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import type { AcceptedMessage } from '../../../simulator';
import { askingWorkflow } from './askingWorkflow';
import { ExecutionCounter, expectSuccess } from './executions';
import { postJson } from './postJson';
import { publish, triggerName, triggerWorkflow } from './triggerWorkflow';
import { until } from './until';
import { settled, world } from './world';

const [customer] = business.customers;
const [phoneNumber] = business.phoneNumbers;

export const question = 'Shall we deliver order 4711 tomorrow?';

export interface Asked {
	/** The execution that waits. */
	id: string;
	/** The question as WhatsApp has it. */
	sent: AcceptedMessage;
}

/** Workflows that ask a customer, and one with a trigger that counts what it starts on. */
export class QuestionStage {
	/** Executions that the trigger starts. */
	readonly started: ExecutionCounter;

	private asking = 0;

	private constructor(
		private readonly name: string,
		readonly listening: SavedWorkflow,
	) {
		this.started = new ExecutionCounter(() => listening);
	}

	/** @param name not used by another stage */
	static async open(name: string, triggerOptions: INodeParameters): Promise<QuestionStage> {
		const listening = await publish(
			triggerWorkflow(name, { events: ['messages'], triggerOptions }),
		);
		return new QuestionStage(name, listening);
	}

	/** Starts an execution that asks, and waits until it waits. */
	async ask(parameters: INodeParameters = {}): Promise<Asked> {
		const path = this.nextPath();
		const workflow = await publish(
			askingWorkflow(path, { to: customer.waId, message: question, ...parameters }),
		);
		const before = world.simulator.messages().length;
		await postJson(`${world.n8n.url}/webhook/${path}`, { order: 4711 });
		const sent = await until('the question', () => world.simulator.messages()[before]);
		const id = await executionOf(workflow);
		await until('the wait', async () => ((await isWaiting(id)) ? true : undefined));
		return { id, sent };
	}

	/** Asks a customer whom WhatsApp does not let it ask, and returns the execution once it has ended. */
	async askInVain(parameters: INodeParameters, settings?: Partial<INode>): Promise<Execution> {
		const path = this.nextPath();
		world.simulator.closeWindow(customer.waId);
		const workflow = await publish(
			askingWorkflow(path, { to: customer.waId, message: question, ...parameters }, settings),
		);
		await postJson(`${world.n8n.url}/webhook/${path}`, { order: 4711 });
		return await world.n8n.finishedExecution(await executionOf(workflow));
	}

	/** Asks for a text in the chat, and waits until the trigger knows of it. */
	async askForText(): Promise<Asked> {
		const asked = await this.ask({ responseType: 'freeText' });
		await settled();
		return asked;
	}

	/** Asks the same customer one thing after the other in one execution. */
	async askInLoop(questions: string[]) {
		const path = this.nextPath();
		const loop = 'Loop';
		const workflow = await publish({
			name: 'Ask in a loop',
			nodes: [
				{
					...node('Questions', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path }, [0, 0]),
					typeVersion: 2,
					webhookId: path,
				},
				node('List', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.questions' }, [200, 0]),
				{ ...node(loop, 'n8n-nodes-base.splitInBatches', {}, [400, 0]), typeVersion: 3 },
				{
					...node(
						'Ask',
						actionNodeType,
						{
							resource: 'message',
							operation: 'sendAndWait',
							to: customer.waId,
							message: '={{ $json["body.questions"] }}',
						},
						[600, 100],
					),
					credentials: credentialOf(world.credential),
				},
				node('Done', 'n8n-nodes-base.noOp', {}, [600, -100]),
			],
			connections: {
				Questions: to('List'),
				List: to(loop),
				[loop]: { main: [...(to('Done').main ?? []), ...(to('Ask').main ?? [])] },
				Ask: to(loop),
			},
		});
		await postJson(`${world.n8n.url}/webhook/${path}`, { questions });
		return {
			id: () => executionOf(workflow),
			/** The data of all replies, once the loop has ended. */
			replies: async () => {
				const ended = await world.n8n.finishedExecution(await executionOf(workflow));
				return outputItems(ended, 'Done').map(({ json }) => json.data);
			},
		};
	}

	/** The item of the newest execution that the trigger started. */
	async newestItem(): Promise<IDataObject> {
		const [id = ''] = await world.n8n.executionIds(this.listening);
		const [item] = outputItems(await world.n8n.finishedExecution(id), triggerName);
		return item?.json ?? {};
	}

	private nextPath(): string {
		return `${this.name.toLowerCase().replace(/\W+/g, '-')}-${++this.asking}`;
	}
}

/** The one item with which an execution continued after the wait. */
export async function outputOf(id: string): Promise<IDataObject> {
	const ended = await world.n8n.finishedExecution(id);
	expectSuccess(ended);
	const items = outputItems(ended, 'Ask');
	expect(items).toHaveLength(1);
	expect(outputItems(ended, 'Nothing')).toHaveLength(1);
	return items[0]?.json ?? {};
}

/** Whether an execution waits for a reply. */
export async function isWaiting(id: string): Promise<boolean> {
	return (await world.n8n.endedOrWaitingExecution(id)).status === 'waiting';
}

/** The customer taps on a button of the newest question, or of another one. */
export async function tap(title: string, messageId?: string) {
	return await world.simulator.writeAs(customer.waId, {
		type: 'button',
		title,
		...(messageId && { messageId }),
	});
}

/** A tap as Meta would sign it, with any ID. */
export function emitTap(id: string, by: (typeof business.customers)[number]): void {
	world.simulator.emitWebhook(
		'messages',
		{
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '1', phone_number_id: phoneNumber.id },
			contacts: [{ profile: { name: by.profileName }, wa_id: by.waId }],
			messages: [
				{
					id: `wamid.${Math.random()}`,
					from: by.waId,
					timestamp: String(Math.floor(Date.now() / 1000)),
					type: 'interactive',
					interactive: { type: 'button_reply', button_reply: { id, title: 'Approve' } },
				},
			],
		},
		phoneNumber.id,
	);
}

/** The status with which WhatsApp reports that a question was not delivered. */
export function emitFailure({ id, body }: AcceptedMessage): void {
	world.simulator.emitWebhook(
		'messages',
		{
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '1', phone_number_id: phoneNumber.id },
			statuses: [
				{
					...{ id, status: 'failed', recipient_id: customer.waId },
					timestamp: String(Math.floor(Date.now() / 1000)),
					biz_opaque_callback_data: body.biz_opaque_callback_data,
					errors: [{ code: 131026, title: 'Message undeliverable' }],
				},
			],
		},
		phoneNumber.id,
	);
}

/** IDs of the buttons of a question, which are its tokens. */
export function buttonIds(sent: AcceptedMessage): string[] {
	return interactiveOf(sent).action.buttons.map(({ reply }) => reply.id);
}

/** URL of the page on which a question is decided. */
export function linkOf(sent: AcceptedMessage): string {
	return interactiveOf(sent).action.parameters.url;
}

function interactiveOf({ body }: AcceptedMessage) {
	return body.interactive as {
		action: {
			buttons: Array<{ reply: { id: string } }>;
			parameters: { url: string };
		};
	};
}

function executionOf(workflow: SavedWorkflow): Promise<string> {
	return until('the execution', async () => (await world.n8n.executionIds(workflow))[0]);
}
