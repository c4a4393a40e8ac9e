import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { files } from '../support/files';
import { chosenGroup } from '../support/group';

let simulator: Simulator;

describe('Groups', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());

	const [first, second] = business.group.joinRequests;

	const run = (operation: string, parameters: INodeParameters, binary = {}) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'group', operation, group: chosenGroup, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {}, binary }],
		});
	const json = async (operation: string, parameters: INodeParameters = {}) =>
		(await run(operation, parameters)).outputs[0]?.map((item) => item.json);

	it('Get Many: returns every group of all pages', async () => {
		await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'group', operation: 'create', subject: '=Group {{ $json.index }}' },
			credential: credentialFor(simulator.url),
			items: Array.from({ length: 120 }, (_item, index) => ({ json: { index: index + 1 } })),
		});
		const groups = await json('getMany', { returnAll: true });
		expect(groups).toHaveLength(121);
		expect(groups?.[120]).toEqual({
			id: expect.any(String),
			subject: 'Group 120',
			created_at: expect.any(String),
		});
		expect(await json('getMany', { limit: 3 })).toHaveLength(3);
	});

	it.each([
		['approveJoinRequests', 'approved'],
		['rejectJoinRequests', 'rejected'],
	])('%s: returns an item per request, including failed ones', async (operation, status) => {
		const joinRequestIds = [first.id, 'gone', second.id];
		const { outputs, error } = await run(operation, { joinRequestIds });
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ json: { join_request_id: first.id, status }, pairedItem: { item: 0 } },
			{ json: { join_request_id: 'gone', status: 'failed', errors: [{ code: 131213 }] } },
			{ json: { join_request_id: second.id, status } },
		]);
		expect(await json('getJoinRequests', { returnAll: true })).toEqual([]);
	});

	it('Remove Participants: returns an item per participant with the request ID', async () => {
		const [pablo, ada] = business.customers;
		const participants = `+${pablo.waId}; ${ada.userId}`;
		const items = await json('removeParticipants', { participants });
		expect(items).toEqual([
			{ participant: `+${pablo.waId}`, status: 'requested', request_id: expect.any(String) },
			{ participant: ada.userId, status: 'requested', request_id: items?.[0]?.request_id },
		]);
		expect(await json('get', { options: { fields: ['participants'] } })).toMatchObject([
			{ participants: [] },
		]);
	});

	it('Update: reports a picture that is too small', async () => {
		const parameters = { updateFields: { binaryPropertyName: 'data' } };
		const { error } = await run('update', parameters, { data: files.jpeg });
		expect(error).toMatchObject({ message: 'The group picture is too small.', httpCode: '400' });
	});

	it('Get Invite Link: reports a deleted group', async () => {
		expect(await json('delete')).toEqual([{ deleted: true }]);
		const { error } = await run('getInviteLink', {});
		expect(error?.message).toMatch(/does not exist/);
	});
});
