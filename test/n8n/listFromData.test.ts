import type { IDataObject } from 'n8n-workflow';

import { asObjects, getPath } from '../../nodes/graphApi/coerce';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import type { UpstreamNode } from '../support/engine';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const table: UpstreamNode = {
	name: 'Products',
	type: 'table',
	execute: () =>
		Array.from({ length: 37 }, (_, index) => ({
			json: { Name: `Plant ${index + 1}`, ID: index + 1, Price: 9.5 },
		})),
};

/** One item, with the reply that the trigger has. */
function tapped(reply: IDataObject | null): UpstreamNode {
	return { name: 'Customer Writes', type: 'code', execute: () => [{ json: { reply } }] };
}

const paged = {
	pages: { pages: { tapped: '={{ $json.reply?.id }}', title: 'More…', id: 'more' } },
};

async function sendList(reply: IDataObject | null, options: IDataObject = paged) {
	const { error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: {
			...{ resource: 'message', operation: 'sendList', to: '+16505551234' },
			...{ body: 'Which plant?', buttonText: 'Plants', specifyRows: 'data' },
			rowsData: "={{ $('Products').all() }}",
			options: options as never,
		},
		credential: credentialFor(simulator.url),
		items: [{ json: {} }],
		upstream: [table, tapped(reply)],
	});
	const body = simulator.messages().at(-1)?.body;
	const [section] = asObjects<{ rows?: IDataObject[] }>(
		getPath(body, 'interactive.action.sections') as object[],
	);
	const rows = section?.rows ?? [];
	return { error, rows: rows.map(({ id, title }) => `${String(id)} ${String(title)}`) };
}

describe('Send List with the rows of a table', () => {
	it('sends them page by page, each after a tap on the last row of the one before', async () => {
		const seen: string[] = [];
		let reply: IDataObject | null = null;
		for (let page = 0; page < 5; page++) {
			const { error, rows } = await sendList(reply);
			expect(error).toBeUndefined();
			const more = rows.find((row) => row.endsWith('More…'));
			seen.push(...rows.filter((row) => row !== more));
			if (more === undefined) break;
			reply = { id: more.split(' ')[0] ?? '', title: 'More…' };
		}
		expect(seen).toEqual(
			Array.from({ length: 37 }, (_, index) => `${index + 1} Plant ${index + 1}`),
		);
	});

	it('refuses more than one page without the option, and names it', async () => {
		const { error } = await sendList(null, {});
		expect(error?.message).toBe("'Rows Data' has 37 entries");
		expect(error?.description).toMatch(/At most 10 .* Or add the option 'Pages'\./);
		expect(simulator.requests()).toEqual([]);
	});
});
