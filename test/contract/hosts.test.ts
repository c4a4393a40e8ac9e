import type { Connection } from '../../nodes/graphApi/connection';
import { NotOfferedError } from '../../nodes/graphApi/errors/notOfferedError';
import { connectionFromCredential } from '../../nodes/graphApi/hosts';
import { checkOffered } from '../../nodes/graphApi/hosts/hostLayer';
import type { Send } from '../../nodes/graphApi/types';
import type { OperationRequest } from '../../nodes/WhatsAppBusiness/operation';
import { caseList } from '../cases/caseList';
import { isOfKapso } from '../cases/requestCase';
import { requestJson } from '../support/buildRequest';
import { hostContracts } from '../support/hostContracts';
import { readyRequest, sentRequests, shownRequest } from '../support/sentRequests';
import type { EdgeContract, HostContract } from './hosts/hostContract';

interface SentRequest {
	/** `<resource>.<operation>: <case>` */
	name: string;
	operation: string;
	edge: string;
	request: OperationRequest;
}

/** Every request of every case. */
const requests = caseList.flatMap(({ operation, cases }) =>
	cases.flatMap((requestCase) =>
		sentRequests(operation, requestCase).map((request): SentRequest => {
			const called = `${operation.resource}.${operation.operation}`;
			return {
				name: `${called}: ${requestCase.name}`,
				operation: called,
				edge: edgeOf(request),
				request,
			};
		}),
	),
);
const edges = [...new Set(requests.map(({ edge }) => edge))];

/** As a row is named. */
function edgeOf({ method, base, on, path }: OperationRequest): string {
	if (isOfKapso({ base })) return 'platform';
	const called = base === undefined ? method : `${method} ${base}`;
	if (on === 'typed') return `${called} typed`;
	const segments = path.split('/').slice(on === 'fixed' ? 1 : 2);
	return `${called} ${on}/${segments.join('/')}`;
}

/** Whether a row is about an edge: its `*` stands for one segment. */
function isAbout(row: string, edge: string): boolean {
	const [parts, own] = [row.split('/'), edge.split('/')];
	return (
		parts.length === own.length && parts.every((part, index) => part === '*' || part === own[index])
	);
}

function rowOf({ edges: rows }: HostContract, edge: string): EdgeContract {
	const [row] = Object.entries(rows).filter(([name]) => isAbout(name, edge));
	if (!row) throw new Error(`No row for '${edge}'`);
	return row[1];
}

/** The sentence with which a case is refused, if it is. */
function refusalOf(
	{ refused, refusedCases = {} }: EdgeContract,
	{ operation, name }: SentRequest,
): string | undefined {
	return refused ?? refusedCases[name] ?? refusedCases[`${operation}: *`];
}

/** Fills in what the braces of a row stand for. */
function filled<Value>(value: Value, names: Readonly<Record<string, string>>): Value {
	const text = JSON.stringify(value).replace(
		/\{(id|phone|waba|\*)\}/g,
		(all, name: string) => names[name] ?? all,
	);
	return JSON.parse(text) as Value;
}

/** What a row says becomes of a request. */
function expectedOf(
	row: EdgeContract,
	{ name, request }: SentRequest,
	{ credential }: HostContract,
): unknown {
	const meta = requestJson(request);
	const segments = meta.path.split('/');
	const names = {
		id: segments[1] ?? '',
		phone: credential.phoneNumberId,
		waba: credential.businessAccountId ?? '',
		'*': segments.at(-1) ?? '',
	};
	if (row.response) return { response: filled(row.response, names) };
	if (row.several) return { several: row.several[name] };
	const { sent = asItIs } = row;
	const [method = '', path = ''] = sent === asItIs ? [meta.method, meta.path] : sent.split(' ');
	const query: unknown =
		row.queries?.[name] ?? without({ ...row.query, ...meta.query }, row.withoutQuery);
	const body: unknown =
		row.bodies?.[name] ??
		(meta.body && without({ ...(row.body?.(meta.body) ?? meta.body), ...row.adds }, row.without));
	const content = row.text === undefined ? { body, text: meta.text } : { text: row.text };
	return withoutEmpty(filled({ base: meta.base, method, path, query, ...content }, names));
}

const asItIs = 'as it is';

function without(
	values: Readonly<Record<string, unknown>>,
	keys: readonly string[] = [],
): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
}

/** The requests of a call that takes several, each of which is responded to with nothing. */
async function sentBy(carryOut: (send: Send) => Promise<unknown>): Promise<unknown[]> {
	const sent: unknown[] = [];
	await carryOut(async (request) => {
		sent.push(withoutEmpty(await shownRequest(request)));
		return { body: {} };
	});
	return sent;
}

function withoutEmpty({ query, ...request }: { query?: unknown }) {
	return Object.keys(query ?? {}).length > 0 ? { ...request, query } : request;
}

/** What becomes of a request: what is sent, the response without sending, or the sentence of the refusal. */
async function outcomeOf(
	connection: Connection,
	{ request }: SentRequest,
	{ handle }: HostContract,
): Promise<unknown> {
	try {
		checkOffered(request, connection);
		const ready = readyRequest(request, handle);
		const carryOut = connection.several?.(ready);
		if (carryOut) return { several: await sentBy(carryOut) };
		const own = connection.translate?.(ready, connection.account) ?? ready;
		return 'response' in own ? own : withoutEmpty(await shownRequest(own));
	} catch (error) {
		if (error instanceof NotOfferedError) return { refused: error.message };
		throw error;
	}
}

describe.each(hostContracts)('Requests to $name', (contract) => {
	const connection = connectionFromCredential(contract.credential);

	it.each(edges)('%s', async (edge) => {
		const row = rowOf(contract, edge);
		for (const sent of requests.filter((request) => request.edge === edge)) {
			const refused = refusalOf(row, sent);
			const way = row.others?.[sent.name] ?? row;
			const outcome = { name: sent.name, outcome: await outcomeOf(connection, sent, contract) };
			const expected = refused === undefined ? expectedOf(way, sent, contract) : { refused };
			expect(outcome).toEqual({ name: sent.name, outcome: expected });
		}
	});

	it('have no row that no case is about', () => {
		const unused = Object.keys(contract.edges).filter(
			(row) => !edges.some((edge) => isAbout(row, edge)),
		);
		expect(unused).toEqual([]);
	});

	it('have no sentence, body or query for a case that is none', () => {
		const names = Object.values(contract.edges).flatMap(
			({ bodies, queries, refusedCases, several, others }) =>
				[bodies, queries, refusedCases, several, others].flatMap((byCase) =>
					Object.keys(byCase ?? {}),
				),
		);
		const cases = requests.flatMap(({ name, operation }) => [name, `${operation}: *`]);
		expect(names.filter((name) => !cases.includes(name))).toEqual([]);
	});
});
