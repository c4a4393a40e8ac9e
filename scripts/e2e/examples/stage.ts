import type { INodeCredentials, INodeParameters } from 'n8n-workflow';
import { business, type AcceptedMessage, type CustomerMessage } from '../../../simulator';
import { exampleWorkflow } from '../../exampleWorkflow';
import type { SavedWorkflow, WorkflowDefinition } from '../../n8n/client';
import { startEndpoint, type Endpoint, type EndpointCall } from '../endpoint';
import { until } from '../until';
import type { World } from '../world';
import { unpublish } from '../unpublish';

const [customer] = business.customers;

/** Where an example is played: the workflow, and the people and systems around it. */
export class Stage {
	readonly definition: WorkflowDefinition;

	private workflow: SavedWorkflow | undefined;

	private readonly endpoints: Endpoint[] = [];

	private read = 0;

	constructor(
		readonly world: World,
		name: string,
	) {
		this.definition = exampleWorkflow(name, world.credential);
	}

	/** Sets what a user is asked to choose in a node, before the workflow starts. */
	choose(
		nodeName: string,
		parameters: INodeParameters,
		credentials: INodeCredentials | undefined = undefined,
	): void {
		const node = this.definition.nodes.find(({ name }) => name === nodeName);
		if (!node) throw new Error(`The example has no node '${nodeName}'.`);
		Object.assign(node.parameters, parameters);
		if (credentials) node.credentials = credentials;
	}

	/** A system that the workflow calls. */
	async endpoint(answer?: (call: EndpointCall) => unknown): Promise<Endpoint> {
		const endpoint = await startEndpoint(answer);
		this.endpoints.push(endpoint);
		return endpoint;
	}

	/** Saves the workflow and publishes it. */
	async publish(): Promise<SavedWorkflow> {
		this.workflow = await this.world.n8n.createWorkflow(this.definition);
		await this.world.n8n.activateWorkflow(this.workflow);
		return this.workflow;
	}

	/** The customer does something; gives what the business sends in answer. */
	async write(message: CustomerMessage): Promise<AcceptedMessage['body']> {
		await this.world.simulator.writeAs(customer.waId, message);
		return await this.answer();
	}

	/** What the business sends next. */
	async answer(): Promise<AcceptedMessage['body']> {
		const { body } = await until('a message', () => this.world.simulator.messages()[this.read]);
		this.read++;
		return body;
	}

	/** Ends what was started. */
	async end(): Promise<void> {
		await Promise.all(this.endpoints.map((endpoint) => endpoint.stop()));
		// Statuses that are still to come must not reach the next example.
		await this.world.simulator.settled();
		if (!this.workflow) return;
		await unpublish(this.world, this.workflow);
		await this.world.n8n.deleteWorkflow(this.workflow);
	}
}
