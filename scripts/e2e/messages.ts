import { deepStrictEqual } from 'node:assert';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { RequestRecord } from '../../simulator';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import { caseList, playedCases } from '../../test/cases/caseList';
import { workflowTimezone, type RequestCase } from '../../test/cases/requestCase';
import { aboutRealMessages } from '../../test/support/realMessages';
import { errorMessage, outputItems } from '../n8n/client';
import { actionName, actionWorkflow, startName } from '../workflows';
import type { World } from './world';

/** Plays the contract tests' cases of every operation through n8n, and compares what the simulator received. */
export async function checkOperations(world: World): Promise<void> {
	for (const { operation, cases, computed = [] } of caseList) {
		const { resource, operation: name } = operation;
		await world.checks.check(`${resource}: ${name} arrives as expected`, async () => {
			const played = playedCases(cases);
			if (played.length + computed.length === 0) throw new Error('There is no case for it.');
			for (const requestCase of played) {
				await playRequest(world, operation, requestCase).catch((error: Error) => {
					throw new Error(`${requestCase.name}: ${error.message}`);
				});
			}
			for (const { parameters, output } of computed) {
				const [item] = await play(world, { resource, operation: name, ...parameters });
				deepStrictEqual(item?.json, output);
			}
		});
	}
}

/** The simulator must be called as the case says, and keep a message that was sent with its body. */
async function playRequest(
	world: World,
	{ resource, operation, question }: ListedOperation,
	written: RequestCase,
): Promise<void> {
	const { simulator } = world;
	// Each case finds the business as it is seeded, whatever the one before deleted.
	await simulator.reset({ keepCallbacks: true });
	const { parameters, binary, request } = await aboutRealMessages(simulator, written);
	const items = await play(world, { resource, operation, ...parameters }, binary);
	if (!simulator.requests().some((call) => isCall(call, request))) {
		const calls = simulator.requests().map(({ method, path }) => `${method} ${path}`);
		throw new Error(
			`It should call ${request.method} ${request.path}; there were ${calls.join(', ')}.`,
		);
	}
	const received = simulator.messages();
	// What an operation that waits puts out is the answer, and none has come.
	if (!question) {
		deepStrictEqual(
			received.map(({ id }) => id),
			items.flatMap(({ json }) => messageId(json) ?? []),
		);
	}
	for (const { body } of received)
		deepStrictEqual(withPlaceholders(request.body, body), request.body);
}

/** Runs one node with one item, and gives what came out. */
async function play(
	{ n8n, credential }: World,
	parameters: INodeParameters,
	binary?: RequestCase['binary'],
): Promise<INodeExecutionData[]> {
	const workflow = await n8n.createWorkflow(
		actionWorkflow(`${parameters.resource} ${parameters.operation}`, credential, {
			parameters,
			items: [{ json: {}, ...(binary && { binary }) }],
			timezone: workflowTimezone,
		}),
	);
	const execution = await n8n.endedOrWaitingExecution(await n8n.startWorkflow(workflow, startName));
	await n8n.deleteWorkflow(workflow);
	if (!['success', 'waiting'].includes(execution.status)) throw new Error(errorMessage(execution));
	return outputItems(execution, actionName);
}

function isCall({ method, path, query }: RequestRecord, expected: RequestCase['request']): boolean {
	return (
		method === expected.method &&
		path.endsWith(expected.path) &&
		Object.entries(expected.query ?? {}).every(
			([key, value]) => isPlaceholder(value) || query[key] === String(value),
		)
	);
}

/** What stands in a recorded request for something that is known only when it is sent. */
function isPlaceholder(value: unknown): boolean {
	return (
		typeof value === 'string' &&
		(/^<.* of the (uploaded binary|binary|file at) /.test(value) ||
			/^<(token|address) of /.test(value))
	);
}

function messageId(json: unknown): string | undefined {
	const { messages } = json as { messages?: Array<{ id: string }> };
	return messages?.[0]?.id;
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

const binaryItems = 3;

/** Several items with the same file need one upload. */
export async function checkBinaryUpload(world: World): Promise<void> {
	const { checks, n8n, credential, simulator } = world;
	await checks.check('one file in several items is uploaded once and sent with each', async () => {
		const sendMedia = caseList.find(({ operation }) => operation.operation === 'sendMedia');
		const fromBinary = sendMedia?.cases.find((requestCase) => requestCase.binary);
		if (!fromBinary) throw new Error('No request case of sendMedia has binary data.');
		const { parameters, binary } = fromBinary;
		const workflow = await n8n.createWorkflow(
			actionWorkflow('One file, several items', credential, {
				parameters: { resource: 'message', operation: 'sendMedia', ...parameters },
				items: Array.from({ length: binaryItems }, () => ({ json: {}, binary })),
			}),
		);
		const before = { messages: simulator.messages().length, requests: simulator.requests().length };
		const execution = await n8n.runWorkflow(workflow, startName);
		await n8n.deleteWorkflow(workflow);
		if (execution.status !== 'success') throw new Error(errorMessage(execution));
		const sent = simulator.messages().length - before.messages;
		const uploads = simulator
			.requests()
			.slice(before.requests)
			.filter(({ method, path }) => method === 'POST' && path.endsWith('/media')).length;
		if (sent !== binaryItems || uploads !== 1) {
			throw new Error(
				`There were ${uploads} uploads and ${sent} messages, not 1 and ${binaryItems}.`,
			);
		}
	});
}
