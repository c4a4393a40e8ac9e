import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { kapsoState } from '../../simulator/hosts/kapso/state';
import { byId } from '../cases/kapsoIds';
import { kapsoCredentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;
let conversation: ReturnType<typeof byId>;

beforeEach(async () => {
	simulator = await startSimulator({ port: 0, settings: { hosts: ['kapso'] } });
	await simulator.writeAs(business.customers[0].waId, { type: 'text', text: 'Hello' });
	const { inbox } = kapsoState(simulator.state);
	inbox.sync();
	conversation = byId(inbox.conversations[0]?.id ?? '');
});
afterEach(() => simulator.stop());

async function assign(user: string) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: {
			resource: 'kapsoConversation',
			operation: 'assign',
			conversation,
			user: byId(user),
		},
		credential: kapsoCredentialFor(simulator.url),
		items: [{ json: {} }],
	});
	return { assigned: outputs[0]?.[0]?.json, error };
}

const calls = () => simulator.requests().map(({ method, status }) => `${method} ${status}`);
const stranger = '11111111-0000-4000-8000-000000000099';

describe('Kapso Conversation: Assign', () => {
	it('gives a conversation from one user to another, who then has it alone', async () => {
		const [one, other] = kapsoState(simulator.state).users;
		for (const user of [one, other]) {
			const { assigned, error } = await assign(user?.id ?? '');
			expect(error).toBeUndefined();
			expect(assigned).toMatchObject({ user_id: user?.id, active: true });
		}
		const { assignments = [] } = kapsoState(simulator.state).inbox.conversations[0] ?? {};
		expect(assignments.filter(({ active }) => active)).toMatchObject([{ userId: other?.id }]);
	});

	it('says what Kapso refuses if nobody has the conversation, and changes nothing', async () => {
		const { error } = await assign(stranger);
		expect(error?.description).toContain('User must exist');
		expect(calls()).toEqual(['POST 422', 'GET 200']);
	});

	it('says what Kapso refuses if somebody has it, who keeps it', async () => {
		const [user] = kapsoState(simulator.state).users;
		await assign(user?.id ?? '');
		const { error } = await assign(stranger);
		expect(error?.description).toContain('User must exist');
		const { assignments } = kapsoState(simulator.state).inbox.conversations[0] ?? {};
		expect(assignments).toMatchObject([{ userId: user?.id, active: true }]);
	});
});
