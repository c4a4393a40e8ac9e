import { business, type Simulator } from '../../simulator';
import { GroupError } from '../../simulator/groups/membership';
import { files, fileContent } from '../support/files';
import {
	ada,
	call,
	firstNumber,
	idOf,
	pablo,
	Receiver,
	secondNumber,
	send,
	start,
	subscribe,
} from './support';

let simulator: Simulator;
let receiver: Receiver;
beforeAll(async () => {
	simulator = await start();
	receiver = await new Receiver().start();
});
afterAll(async () => {
	await simulator.stop();
	await receiver.stop();
});
beforeEach(async () => {
	// Wait for the webhooks of the previous test.
	await simulator.settled();
	await simulator.reset();
	receiver.webhooks.length = 0;
	await subscribe(simulator, receiver, [
		'messages',
		'group_lifecycle_update',
		'group_participants_update',
		'group_settings_update',
	]);
});

const { group } = business;
const groupPath = `/v26.0/${group.id}`;
const [first, second] = group.joinRequests;
const whatsapp = { messaging_product: 'whatsapp' };

interface GroupChange {
	field: string;
	groups: Array<Record<string, unknown>>;
}

/** Changes in the received group webhooks, in order. */
async function changes(): Promise<GroupChange[]> {
	await simulator.settled();
	return receiver.webhooks.flatMap(({ body }) =>
		body.entry.flatMap(({ changes: all }) =>
			all.map(({ field, value }) => {
				return { field, groups: (value as unknown as GroupChange).groups };
			}),
		),
	);
}

const read = async (fields: string) =>
	(await call(simulator, 'GET', `${groupPath}?fields=${fields}`)).body;

describe('groups of the simulator', () => {
	describe('a new group', () => {
		it('is announced by webhook with the request ID, and listed', async () => {
			const path = `/v26.0/${firstNumber.id}/groups`;
			const { body } = await call<{ request_id: string }>(simulator, 'POST', path, {
				...whatsapp,
				subject: ' Cacti ',
				description: 'Prickly',
			});
			const [change] = await changes();
			expect(change).toMatchObject({
				field: 'group_lifecycle_update',
				groups: [
					{
						type: 'group_create',
						request_id: body.request_id,
						subject: 'Cacti',
						description: 'Prickly',
						join_approval_mode: 'auto_approve',
						invite_link: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\/./),
					},
				],
			});
			const list = await call(simulator, 'GET', `${path}?limit=1&after=`);
			expect(list.body).toMatchObject({
				data: { groups: [{ id: group.id, subject: group.subject }] },
				paging: { next: expect.any(String) },
			});
			const id = change?.groups[0]?.group_id as string;
			expect((await call(simulator, 'GET', path)).body).toMatchObject({
				data: {
					groups: [{ id: group.id }, { id, subject: 'Cacti', created_at: expect.any(String) }],
				},
			});
		});

		it('belongs to one number', async () => {
			const { body } = await call(simulator, 'GET', `/v26.0/${secondNumber.id}/groups`);
			expect(body).toEqual({ data: { groups: [] } });
		});

		it.each([
			['no subject', {}, 'The parameter subject is required'],
			['a subject of 129 characters', { subject: 'x'.repeat(129) }, 'at most 128'],
			[
				'a description of 2,049 characters',
				{ subject: 'x', description: 'x'.repeat(2049) },
				'at most 2048',
			],
			[
				'an unknown join_approval_mode',
				{ subject: 'x', join_approval_mode: 'never' },
				'join_approval_mode',
			],
		])('is rejected with %s', async (_name, body, text) => {
			const path = `/v26.0/${firstNumber.id}/groups`;
			const { status, error } = await call(simulator, 'POST', path, { ...whatsapp, ...body });
			expect({ status, code: error.code }).toEqual({ status: 400, code: 100 });
			expect(error.message).toContain(text);
		});
	});

	describe('a group', () => {
		it('returns only its ID without `fields`', async () => {
			expect((await call(simulator, 'GET', groupPath)).body).toEqual({ ...whatsapp, id: group.id });
			expect(await read('subject,participants,total_participant_count')).toEqual({
				...whatsapp,
				id: group.id,
				subject: group.subject,
				participants: [
					{ wa_id: pablo.waId, user_id: pablo.userId },
					{ wa_id: ada.waId, user_id: ada.userId },
				],
				total_participant_count: 2,
			});
		});

		it('changes subject, description and picture', async () => {
			const form = new FormData();
			form.set('messaging_product', 'whatsapp');
			form.set('subject', 'Succulents');
			form.set(
				'file',
				new Blob([fileContent(files.groupPicture)], { type: 'image/jpeg' }),
				'a.jpg',
			);
			expect((await call(simulator, 'POST', groupPath, form)).status).toBe(200);
			await call(simulator, 'POST', groupPath, { ...whatsapp, description: 'Thirsty' });
			expect(await read('subject,description')).toMatchObject({
				subject: 'Succulents',
				description: 'Thirsty',
			});
			expect(await changes()).toMatchObject([
				{
					field: 'group_settings_update',
					groups: [
						{
							group_subject: { text: 'Succulents', update_successful: true },
							profile_picture: { mime_type: 'image/jpeg', update_successful: true },
						},
					],
				},
				{ groups: [{ group_description: { text: 'Thirsty' } }] },
			]);
		});

		it.each([
			['a PNG', files.png, 100],
			['a picture that is too small (131210)', files.jpeg, 131210],
			['a picture that is not square (131209)', wider(files.groupPicture), 131209],
		])('rejects %s', async (_name, file, code) => {
			const form = new FormData();
			form.set('messaging_product', 'whatsapp');
			form.set('file', new Blob([fileContent(file)], { type: file.mimeType }), 'a');
			expect((await call(simulator, 'POST', groupPath, form)).error.code).toBe(code);
		});

		it('rejects an update without changes', async () => {
			expect((await call(simulator, 'POST', groupPath, whatsapp)).error.code).toBe(100);
		});

		it('keeps its invite link until it is reset', async () => {
			const path = `${groupPath}/invite_link`;
			const { body: before } = await call(simulator, 'GET', path);
			const { body: reset } = await call(simulator, 'POST', path, whatsapp);
			expect(reset.invite_link).not.toBe(before.invite_link);
			expect((await call(simulator, 'GET', path)).body).toEqual(reset);
		});

		it('does not exist after it was deleted', async () => {
			expect((await call(simulator, 'DELETE', groupPath)).body).toEqual({ success: true });
			expect((await call(simulator, 'GET', groupPath)).error).toMatchObject({
				code: 100,
				error_subcode: 33,
			});
			expect(await changes()).toMatchObject([
				{ field: 'group_lifecycle_update', groups: [{ group_id: group.id, type: 'group_delete' }] },
			]);
		});
	});

	describe('pinned messages', () => {
		const sendToGroup = async (content: object) =>
			idOf(await send(simulator, { recipient_type: 'group', to: group.id, ...content }));
		const pin = (message_id: string, type: 'pin' | 'unpin' = 'pin') =>
			sendToGroup({ type: 'pin', pin: { type, message_id, expiration_days: 7 } });

		it('are three at most: one more takes away the oldest', async () => {
			const ids: string[] = [];
			for (const body of ['a', 'b', 'c', 'd']) ids.push(await sendToGroup({ text: { body } }));
			for (const id of ids) await pin(id);
			const [, second, third, fourth] = ids;
			expect(simulator.state.groups[0]?.pinned).toEqual([second, third, fourth]);
			await pin(third as string, 'unpin');
			expect(simulator.state.groups[0]?.pinned).toEqual([second, fourth]);
		});

		it('cannot be messages that do not exist', async () => {
			await pin('wamid.unknown');
			expect(simulator.state.groups[0]?.pinned).toEqual([]);
		});
	});

	describe('participants', () => {
		const requests = `${groupPath}/join_requests`;
		const control = (action: string, customer: string) =>
			call(simulator, 'POST', `/control/groups/${group.id}/${action}`, { customer });

		it('wait for approval and can withdraw their request', async () => {
			await control('join', '16505550103');
			const { body } = await call<{ data: unknown[] }>(simulator, 'GET', requests);
			expect(body.data).toMatchObject([
				{ join_request_id: first.id, wa_id: first.waId, creation_timestamp: expect.any(Number) },
				{ join_request_id: second.id },
				{ wa_id: '16505550103' },
			]);
			await control('leave', '16505550103');
			expect((await call<{ data: unknown[] }>(simulator, 'GET', requests)).body.data).toHaveLength(
				2,
			);
			expect(await changes()).toMatchObject([
				{ field: 'group_participants_update', groups: [{ type: 'group_join_request_created' }] },
				{ groups: [{ type: 'group_join_request_revoked', wa_id: '16505550103' }] },
			]);
		});

		it('are approved one by one, with an error for each failed request', async () => {
			const { body } = await call(simulator, 'POST', requests, {
				...whatsapp,
				join_requests: [first.id, 'gone'],
			});
			expect(body).toMatchObject({
				approved_join_requests: [first.id],
				failed_join_requests: [{ join_request_id: 'gone', errors: [{ code: 131213 }] }],
				errors: [{ code: 131201 }],
			});
			expect(await read('total_participant_count')).toMatchObject({ total_participant_count: 3 });
			expect(await changes()).toMatchObject([
				{
					groups: [{ type: 'group_participants_add', added_participants: [{ wa_id: first.waId }] }],
				},
			]);
		});

		it('cannot be approved for a full group (131204)', async () => {
			fill();
			const { body } = await call(simulator, 'POST', requests, {
				...whatsapp,
				join_requests: [first.id],
			});
			expect(body).toMatchObject({
				approved_join_requests: [],
				failed_join_requests: [{ errors: [{ code: 131204 }] }],
			});
		});

		it('can ask again after a rejection', async () => {
			const body = { ...whatsapp, join_requests: [first.id, second.id] };
			const response = await call(simulator, 'DELETE', requests, body);
			expect(response.body).toEqual({ ...whatsapp, rejected_join_requests: [first.id, second.id] });
			expect((await control('join', first.waId)).status).toBe(200);
		});

		it('are removed, cannot join again, and the webhook lists users who were not in the group', async () => {
			const { body } = await call(simulator, 'DELETE', `${groupPath}/participants`, {
				...whatsapp,
				participants: [
					{ user: `+${pablo.waId}` },
					{ user: '+16505550109' },
					{ user_id: ada.userId },
				],
			});
			expect(await changes()).toMatchObject([
				{
					field: 'group_participants_update',
					groups: [
						{
							type: 'group_participants_remove',
							request_id: body.request_id,
							initiated_by: 'business',
							removed_participants: [{ input: `+${pablo.waId}` }, { input: ada.userId }],
							failed_participants: [{ input: '+16505550109', errors: [{ code: 131212 }] }],
						},
					],
				},
			]);
			expect(await read('participants')).toMatchObject({ participants: [] });
			expect(await control('join', pablo.waId)).toMatchObject({ status: 400 });
		});

		it('cannot be removed in a request with 9, none or a duplicate', async () => {
			const remove = async (...users: string[]) => {
				const body = { ...whatsapp, participants: users.map((user) => ({ user })) };
				return (await call(simulator, 'DELETE', `${groupPath}/participants`, body)).error.code;
			};
			expect(await remove(...Array.from({ length: 9 }, (_, index) => `+1650555010${index}`))).toBe(
				100,
			);
			expect(await remove()).toBe(100);
			expect(await remove(`+${pablo.waId}`, pablo.userId)).toBe(131202);
		});

		it('can leave', async () => {
			await control('leave', ada.waId);
			expect(await changes()).toMatchObject([
				{
					groups: [{ initiated_by: 'participant', removed_participants: [{ wa_id: ada.waId }] }],
				},
			]);
			expect(() => simulator.leaveGroup(group.id, ada.waId)).toThrow(GroupError);
		});

		function fill(): void {
			const state = simulator.state.groups[0];
			for (let index = 0; index < 6; index += 1) {
				state?.participants.push(simulator.state.customerOrNew(`1650555020${index}`).userId);
			}
		}
	});

	/** The same picture with a width of 256 pixels in its header. */
	function wider(file: typeof files.groupPicture) {
		const content = fileContent(file);
		const frame = content.indexOf(Buffer.from([0xff, 0xc0]));
		content.writeUInt16BE(256, frame + 7);
		return { ...file, data: content.toString('base64') };
	}
});
