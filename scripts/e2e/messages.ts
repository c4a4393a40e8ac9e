import { deepStrictEqual } from 'node:assert';
import type { RequestRecord } from '../../simulator';
import { caseList } from '../../test/cases/caseList';
import { workflowTimezone, type RequestCase } from '../../test/cases/requestCase';
import { aboutRealMessages } from '../../test/support/realMessages';
import { errorMessage, outputItems, type Execution } from '../n8n/client';
import { branchesWorkflow, startName, type Branch } from '../workflows';
import type { World } from './world';

/** The cases that are played in a real n8n: they use what the simulated business has. */
const playedCases = new Set(['smallest', 'fullest']);

/** Plays the contract tests' request cases through n8n, and compares what the simulator received. */
export async function checkOperations(world: World): Promise<void> {
	for (const { operation, cases } of caseList) {
		const name = `${operation.resource}: ${operation.operation} arrives as expected`;
		await world.checks.check(name, async () => {
			const played = cases.filter((requestCase) => playedCases.has(requestCase.name));
			if (played.length === 0) throw new Error('There is no request case for this operation.');
			await playCases(world, operation.resource, operation.operation, played);
		});
	}
}

async function playCases(
	world: World,
	resource: string,
	operation: string,
	written: RequestCase[],
): Promise<void> {
	const cases: RequestCase[] = [];
	for (const requestCase of written)
		cases.push(await aboutRealMessages(world.simulator, requestCase));
	const branches = cases.map(({ name, parameters, binary }): Branch => ({
		name,
		parameters: { resource, operation, ...parameters },
		items: [{ json: {}, ...(binary && { binary }) }],
	}));
	const workflow = await world.n8n.createWorkflow({
		...branchesWorkflow(`${resource} ${operation}`, world.credential, branches),
		settings: { executionOrder: 'v1', timezone: workflowTimezone },
	});
	const requestsBefore = world.simulator.requests().length;
	const execution = await world.n8n.runWorkflow(workflow, startName);
	if (execution.status !== 'success') {
		throw new Error(`The workflow ended with ${execution.status}: ${errorMessage(execution)}`);
	}
	const requests = world.simulator.requests().slice(requestsBefore);
	for (const requestCase of cases) compare(world, execution, requestCase, requests);
	await world.n8n.deleteWorkflow(workflow);
}

/** The simulator must have been called as the case says, and keep a message that was sent with its body. */
function compare(
	{ simulator }: World,
	execution: Execution,
	{ name, request }: RequestCase,
	requests: RequestRecord[],
): void {
	const items = outputItems(execution, name);
	if (items.length !== 1) throw new Error(`"${name}" gave ${items.length} items, not 1.`);
	const called = requests.some(
		({ method, path, query }) =>
			method === request.method &&
			path.endsWith(request.path) &&
			Object.entries(request.query ?? {}).every(([key, value]) => query[key] === String(value)),
	);
	if (!called) {
		const calls = requests.map(({ method, path }) => `${method} ${path}`).join(', ');
		throw new Error(
			`"${name}" should call ${request.method} ${request.path}; there were ${calls}.`,
		);
	}
	const id = messageId(items[0]?.json);
	if (id === undefined) return;
	const sent = simulator.messages().find((message) => message.id === id);
	if (!sent) throw new Error(`"${name}": the simulator has no message ${id}.`);
	const { body: expected } = request;
	deepStrictEqual(withPlaceholders(expected, sent.body), expected);
}

function messageId(json: unknown): string | undefined {
	const { messages } = json as { messages?: Array<{ id: string }> };
	return messages?.[0]?.id;
}

/** The received body, with the placeholder of the expected one where a media ID was put in. */
function withPlaceholders(expected: unknown, received: unknown): unknown {
	if (typeof expected === 'string' && typeof received === 'string') {
		return expected.startsWith('<ID of the uploaded') && /^\d+$/.test(received)
			? expected
			: received;
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
			branchesWorkflow('One file, several items', credential, [
				{
					name: 'Send',
					parameters: { resource: 'message', operation: 'sendMedia', ...parameters },
					items: Array.from({ length: binaryItems }, () => ({ json: {}, binary })),
				},
			]),
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
