import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { ListedOperation } from '../../../nodes/WhatsAppBusiness/operationList';
import { errorMessage, outputItems, type Credential } from '../../../scripts/n8n/client';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { unrecorded, type RequestRecord } from '../../../simulator';
import { caseList, playedCases } from '../../cases/caseList';
import { isOfKapso, workflowTimezone, type RequestCase } from '../../cases/requestCase';
import { aboutRealObjects } from '../../support/realObjects';
import { credentialOfCase } from '../support/credentialOfCase';
import { world } from '../support/world';

/** Plays the contract tests' cases of every operation through n8n, and compares what the simulator received. */
describe('Operations in n8n', () => {
	const operations = caseList.map((entry) => {
		const { resource, operation } = entry.operation;
		return { ...entry, title: `${resource}:${operation}` };
	});

	test.each(operations)('$title sends the expected request', async (entry) => {
		const { operation, cases, computed = [], recalled = [] } = entry;
		const played = chosenCases(cases);
		expect(played.length + computed.length + recalled.length).toBeGreaterThan(0);
		for (const requestCase of played) {
			await playRequest(operation, requestCase).catch((error: unknown) => {
				throw new Error(`Case '${requestCase.name}'`, { cause: error });
			});
		}
		for (const { parameters, output } of computed) {
			const [item] = await play(operation, world.credential, parameters);
			expect(item?.json).toEqual(output);
		}
		for (const { parameters } of recalled) await play(operation, world.credential, parameters);
	});
});

/** In the engine of the oldest n8n, test/n8n plays all of these; there the fullest stands for both. */
function chosenCases(cases: readonly RequestCase[]): RequestCase[] {
	const played = playedCases(cases);
	const fullest = played.filter(({ name }) => name === 'fullest');
	return world.version.name === 'oldest' && fullest.length > 0 ? fullest : played;
}

/** The simulator must be called as the case says, and keep a message that was sent with its body. */
async function playRequest(operation: ListedOperation, written: RequestCase): Promise<void> {
	const { simulator } = world;
	// Each case finds the business as it is seeded, whatever the one before deleted.
	await simulator.reset({ keepCallbacks: true });
	const {
		parameters,
		binary,
		request,
		following = [],
	} = await aboutRealObjects(simulator, written);
	// What made the objects is not the node's.
	const earlier = [simulator.requests().length, simulator.messages().length] as const;
	const items = await play(operation, await credentialOfCase(written), parameters, binary);
	const called = simulator.requests().slice(earlier[0]);
	if (!called.some((call) => isCall(call, request))) {
		const calls = called.map(({ method, path }) => `${method} ${path}`);
		throw new Error(
			`It should call ${request.method} ${request.path}; there were ${calls.join(', ')}.`,
		);
	}
	// What Kapso sends in the background is no message of the node.
	if (isOfKapso(request)) return;
	const received = simulator.messages().slice(earlier[1]);
	// The output of an operation that waits is the reply, and none has come.
	if (!operation.question) {
		const ids = items.flatMap(({ json }) => json.messageIds ?? messageId(json) ?? []);
		expect(received.map(({ id }) => id)).toEqual(ids);
	}
	const bodies = [request.body, ...following];
	for (const [index, { body }] of received.entries()) {
		expect(withPlaceholders(bodies[index], body)).toEqual(bodies[index]);
	}
}

/** Runs one node with one item, and gives what came out. */
async function play(
	{ resource, operation }: ListedOperation,
	credential: Credential,
	parameters: INodeParameters,
	binary?: RequestCase['binary'],
): Promise<INodeExecutionData[]> {
	const { n8n } = world;
	const workflow = await n8n.createWorkflow(
		actionWorkflow(`${resource} ${operation}`, credential, {
			parameters: { resource, operation, ...parameters },
			items: [{ json: {}, ...(binary && { binary }) }],
			timezone: workflowTimezone,
		}),
	);
	const execution = await n8n.endedOrWaitingExecution(await n8n.startWorkflow(workflow, startName));
	if (!['success', 'waiting'].includes(execution.status)) throw new Error(errorMessage(execution));
	return outputItems(execution, actionName);
}

function isCall({ method, path, query }: RequestRecord, expected: RequestCase['request']): boolean {
	return (
		method === expected.method &&
		// A message ID ends with `=`, which means nothing in a path but may be written as %3D.
		decodeURIComponent(path).endsWith(decodeURIComponent(expected.path)) &&
		Object.entries(expected.query ?? {}).every(
			([key, value]) =>
				isPlaceholder(value) || [String(value), unrecorded].includes(query[key] ?? ''),
		)
	);
}

/** Stands in the expected request for something that is known only when it is sent. */
function isPlaceholder(value: unknown): boolean {
	return (
		typeof value === 'string' &&
		(/^<.* of the (uploaded binary|binary|file at) /.test(value) ||
			/^<(token|address) of /.test(value))
	);
}

function messageId(json: unknown): string | undefined {
	const { messageId: id, messages } = json as {
		messageId?: string;
		messages?: Array<{ id: string }>;
	};
	return id ?? messages?.[0]?.id;
}

/** The received body, with the placeholders of the expected one where something was put in. */
function withPlaceholders(expected: unknown, received: unknown): unknown {
	if (typeof expected === 'string' && typeof received === 'string') {
		return isPlaceholder(expected) ? expected : received;
	}
	if (Array.isArray(expected) && Array.isArray(received)) {
		return received.map((entry, index) => withPlaceholders(expected[index], entry));
	}
	if (isObject(expected) && isObject(received)) {
		return Object.fromEntries(
			Object.entries(received).map(([key, value]) => [key, withPlaceholders(expected[key], value)]),
		);
	}
	return received;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
