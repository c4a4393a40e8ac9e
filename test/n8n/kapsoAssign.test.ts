import { business } from '../../simulator';
import { kapsoState } from '../../simulator/hosts/kapso/state';
import { byId } from '../cases/kapsoIds';
import { simulatedKapso } from '../support/simulatedKapso';

const kapso = simulatedKapso();
let conversation: ReturnType<typeof byId>;

beforeEach(async () => {
	await kapso.simulator.writeAs(business.customers[0].waId, { type: 'text', text: 'Hello' });
	const { inbox } = kapsoState(kapso.simulator.state);
	inbox.sync();
	conversation = byId(inbox.conversations[0]?.id ?? '');
});

async function assign(user: string) {
	const { outputs, error } = await kapso.run('kapsoConversation', 'assign', {
		conversation,
		user: byId(user),
	});
	return { assigned: outputs[0]?.[0]?.json, error };
}

const calls = () => kapso.simulator.requests().map(({ method, status }) => `${method} ${status}`);
const stranger = '11111111-0000-4000-8000-000000000099';

describe('Kapso Conversation: Assign', () => {
	it('gives a conversation from one user to another, who then has it alone', async () => {
		const [one, other] = kapsoState(kapso.simulator.state).users;
		for (const user of [one, other]) {
			const { assigned, error } = await assign(user?.id ?? '');
			expect(error).toBeUndefined();
			expect(assigned).toMatchObject({ user_id: user?.id, active: true });
		}
		const { assignments = [] } = kapsoState(kapso.simulator.state).inbox.conversations[0] ?? {};
		expect(assignments.filter(({ active }) => active)).toMatchObject([{ userId: other?.id }]);
	});

	it('says what Kapso refuses if nobody has the conversation, and changes nothing', async () => {
		const { error } = await assign(stranger);
		expect(error?.description).toContain('User must exist');
		expect(calls()).toEqual(['POST 422', 'GET 200']);
	});

	it('says what Kapso refuses if somebody has it, who keeps it', async () => {
		const [user] = kapsoState(kapso.simulator.state).users;
		await assign(user?.id ?? '');
		const { error } = await assign(stranger);
		expect(error?.description).toContain('User must exist');
		const { assignments } = kapsoState(kapso.simulator.state).inbox.conversations[0] ?? {};
		expect(assignments).toMatchObject([{ userId: user?.id, active: true }]);
	});
});
