import type { INodeCredentials, INodeParameters } from 'n8n-workflow';
import { exampleWorkflow } from '../../../scripts/exampleWorkflow';
import type { SavedWorkflow, WorkflowDefinition } from '../../../scripts/n8n/client';
import { business, type AcceptedMessage, type CustomerMessage } from '../../../simulator';
import { startEndpoint, type Endpoint, type EndpointCall } from './endpoint';
import { publish } from './triggerWorkflow';
import { until } from './until';
import { quiet, world } from './world';

const [customer] = business.customers;

/** Where an example is played: the workflow, and the people and systems around it. */
export class ExampleStage {
	readonly definition: WorkflowDefinition;

	private workflow: SavedWorkflow | undefined;

	private readonly endpoints: Endpoint[] = [];

	private read = 0;

	constructor(name: string) {
		this.definition = exampleWorkflow(name, world.credential);
	}

	/** Sets what a user is asked to choose in a node, before the workflow starts. */
	choose(nodeName: string, parameters: INodeParameters, credentials?: INodeCredentials): void {
		const node = this.definition.nodes.find(({ name }) => name === nodeName);
		if (!node) throw new Error(`The example has no node '${nodeName}'.`);
		Object.assign(node.parameters, parameters);
		if (credentials) node.credentials = credentials;
	}

	/** A system that the workflow calls. */
	async endpoint(respond?: (call: EndpointCall) => unknown): Promise<Endpoint> {
		const endpoint = await startEndpoint(respond);
		this.endpoints.push(endpoint);
		return endpoint;
	}

	/** Saves the workflow and publishes it. */
	async publish(): Promise<SavedWorkflow> {
		this.workflow = await publish(this.definition);
		return this.workflow;
	}

	/** The customer does something; gives what the business sends next. */
	async write(message: CustomerMessage): Promise<AcceptedMessage['body']> {
		await world.simulator.writeAs(customer.waId, message);
		return await this.nextMessage();
	}

	/** What the business sends next. */
	async nextMessage(): Promise<AcceptedMessage['body']> {
		const { body } = await until('a message', () => world.simulator.messages()[this.read]);
		this.read++;
		return body;
	}

	/** Ends what was started. Statuses that are still to come must not reach the next example. */
	async end(): Promise<void> {
		await quiet().finally(() => Promise.all(this.endpoints.map((endpoint) => endpoint.stop())));
		if (this.workflow) await world.n8n.deactivateWorkflow(this.workflow);
	}
}
