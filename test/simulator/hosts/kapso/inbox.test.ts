import { type Simulator } from '../../../../simulator';
import { ada, firstNumber, pablo, secondNumber } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
	await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hello' });
	await callKapso(simulator, 'POST', `${proxy}/${firstNumber.id}/messages`, {
		messaging_product: 'whatsapp',
		to: pablo.waId,
		type: 'text',
		text: { body: 'Hi Pablo' },
	});
	await simulator.writeAs(ada.waId, { type: 'image', caption: 'Look' });
	await simulator.writeAs(ada.waId, {
		type: 'text',
		text: 'Support?',
		phoneNumberId: secondNumber.id,
	});
	await simulator.settled();
});
afterEach(() => simulator.stop());

const get = async (path: string) => (await callKapso(simulator, 'GET', path)).body;
const ofFirst = `${proxy}/${firstNumber.id}`;

interface Entry {
	id: string;
	text?: { body: string };
	kapso?: Record<string, unknown>;
}
const textsOf = ({ data }: { data: Entry[] }) => data.map(({ text }) => text?.body ?? 'file');

describe("Kapso's inbox", () => {
	it.each<[string, string[]]>([
		[`${ofFirst}/messages`, ['file', 'Hi Pablo', 'Hello']],
		[`${proxy}/${secondNumber.id}/messages`, ['Support?']],
		[`${ofFirst}/messages?direction=inbound`, ['file', 'Hello']],
		[`${ofFirst}/messages?status=read`, ['Hi Pablo']],
		[`${ofFirst}/messages?since=2100-01-01T00:00:00Z`, []],
		[`${platform}/whatsapp/messages`, ['Support?', 'file', 'Hi Pablo', 'Hello']],
		[`${ofFirst}/messages?message_type=image`, ['file', 'Hi Pablo', 'Hello']],
		[`${platform}/whatsapp/messages?since=2100-01-01T00:00:00Z&has_media=true`, ['file']],
		[`${platform}/whatsapp/messages?has_media=true`, ['file']],
		[`${platform}/whatsapp/messages?message_type=text&direction=inbound`, ['Support?', 'Hello']],
		[`${platform}/whatsapp/messages?phone_number=${ada.waId}`, ['Support?', 'file']],
		[`${platform}/whatsapp/messages?phone_number_id=${secondNumber.id}`, ['Support?']],
	])('lists messages: %s', async (path, texts) => {
		expect(textsOf(await get(path))).toEqual(texts);
	});

	it.each<[string, string[] | undefined]>([
		['', undefined],
		['&fields=kapso()', undefined],
		['&fields=kapso(direction,content)', ['content', 'direction']],
		[
			'&fields=kapso(default)',
			[
				'contact_name',
				'content',
				'direction',
				'has_media',
				'message_type_data',
				'origin',
				'phone_number',
				'phone_number_id',
				'processing_status',
				'status',
				'statuses',
				'whatsapp_conversation_id',
			],
		],
	])("adds what 'fields' names: %s", async (fields, keys) => {
		const { data } = await get(`${ofFirst}/messages?direction=outbound${fields}`);
		const { kapso } = data[0] as Entry;
		expect(kapso && Object.keys(kapso).sort()).toEqual(keys);
	});

	it('goes on by cursor, without links', async () => {
		const first = await get(`${platform}/whatsapp/messages?limit=3`);
		expect(first.paging).toEqual({
			cursors: { before: null, after: expect.any(String) },
			next: null,
			previous: null,
		});
		const after = first.paging.cursors.after as string;
		const second = await get(`${platform}/whatsapp/messages?limit=3&after=${after}`);
		expect(textsOf(second)).toEqual(['Hello']);
		expect(second.paging.cursors.after).toBeNull();
	});

	it('has a single message, and the file of one', async () => {
		const { data } = await get(`${ofFirst}/messages?direction=inbound`);
		const [image] = data as Entry[];
		const message = await get(`${ofFirst}/messages/${image?.id}`);
		expect(message).toMatchObject({
			id: image?.id,
			type: 'image',
			kapso: { has_media: true, content: 'Look', media_data: { content_type: 'image/jpeg' } },
		});
		expect((await fetch(message.kapso.media_url as string)).headers.get('content-type')).toBe(
			'image/jpeg',
		);
		expect((await get(`${platform}/whatsapp/messages/${image?.id}`)).data.id).toBe(image?.id);
		expect(await callKapso(simulator, 'GET', `${ofFirst}/messages/wamid.none`)).toMatchObject({
			status: 404,
			body: { error: 'Message not found' },
		});
	});

	it('sums up conversations', async () => {
		const { data } = await get(
			`${platform}/whatsapp/conversations?phone_number_id=${firstNumber.id}&phone_number=${pablo.waId}`,
		);
		expect(data).toEqual([
			expect.objectContaining({
				id: expect.stringMatching(/^[\da-f-]{36}$/),
				phone_number: pablo.waId,
				status: 'active',
				phone_number_id: firstNumber.id,
				kapso: expect.objectContaining({
					contact_name: pablo.profileName,
					messages_count: 2,
					last_message_type: 'text',
					last_message_text: 'Hi Pablo',
				}),
			}),
		]);
		const byProxy = await get(`${ofFirst}/conversations?status=active`);
		expect(byProxy.data).toHaveLength(2);
	});

	it('ends and reopens a conversation, and begins another one', async () => {
		const path = `${platform}/whatsapp/conversations`;
		const ofPablo = `${path}?phone_number=${pablo.waId}`;
		const [{ id }] = (await get(ofPablo)).data as [Entry];
		const set = (status: string) =>
			callKapso(simulator, 'PATCH', `${path}/${id}`, { whatsapp_conversation: { status } });
		expect((await set('ended')).body.data).toMatchObject({ id, status: 'ended' });
		await simulator.writeAs(pablo.waId, { type: 'text', text: 'Again' });
		const statuses = async () =>
			((await get(ofPablo)).data as Array<Entry & { status: string }>).map(({ status }) => status);
		expect(await statuses()).toEqual(['active', 'ended']);
		expect((await set('active')).status).toBe(200);
		expect(await statuses()).toEqual(['ended', 'active']);
		expect(await set('closed')).toMatchObject({
			status: 422,
			body: { error: expect.stringContaining('whatsapp_conversation.status') },
		});
		const unknown = `${path}/00000000-0000-4000-8000-000000000000`;
		expect((await callKapso(simulator, 'GET', unknown)).status).toBe(404);
	});
});
