import { processState } from '../../nodes/graphApi/processState';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { Conversations } from '../../nodes/shared/conversation/conversations';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { OtherProcess } from '../support/otherProcess';
import type { TriggerHost } from '../support/triggerHost';
import { startTrigger } from '../support/triggerJob';
import { until } from '../support/until';
import { phoneNumber, phoneNumberId } from '../unit/trigger/payloads';

const minute = 60_000;
/** Somebody who is due later, to see that a look is over. */
const control = '16505559999';
const parameters = { events: ['conversation_inactive'], registration: 'byHand' };

let simulator: Simulator;
let host: TriggerHost;
let other: OtherProcess;

describe('Conversations that two processes watch', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		const conversations = new Conversations(memoryOf(credentialFor(simulator.url)));
		for (const user of [phoneNumber, control]) {
			await conversations.forget({ phoneNumberId, users: [user] });
		}
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await other.kill();
		await host.stop();
	});

	/** Lets so much time pass for what compares times in this process, not for timers. */
	const pass = (milliseconds: number) => {
		const real = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => real() + milliseconds);
	};
	/** We write to a customer, who is then due after an hour. */
	const writeTo = async (user: string) => {
		const conversations = new Conversations(memoryOf(credentialFor(simulator.url)));
		await conversations.noteMessageOut({ phoneNumberId, users: [user] }, new Date());
	};
	const job = (nodeId: string) => ({ url: simulator.url, nodeId, parameters });
	const customers = () =>
		[...host.executions.flat().map(({ json }) => json), ...other.items].map(
			({ customer }) => customer,
		);

	it('start the workflow once', async () => {
		other = await OtherProcess.start({ ...job('both'), isPublished: true });
		host = await startTrigger({ ...job('both'), isPublished: true });
		await writeTo(phoneNumber);
		other.pass(61 * minute);
		await until(() => customers().length > 0);
		expect(host.executions).toEqual([]);
		// What a process has just started counts as started once its response is out.
		const handled = () => memoryOf(credentialFor(simulator.url)).entries('followedUp:');
		await until(async () => [...(await handled()).values()].includes('done'));
		await writeTo(control);
		await other.kill();
		// It no longer says that it watches.
		pass(62 * minute);
		await host.activate({ isStart: true });
		await until(() => customers().length > 1);
		expect(customers().sort()).toEqual([phoneNumber, control].sort());
	});

	it('start the workflow after the process that watched them was killed', async () => {
		other = await OtherProcess.start({ ...job('killed'), isPublished: true });
		host = await startTrigger(job('killed'));
		await writeTo(phoneNumber);
		await other.kill();
		pass(61 * minute);
		await host.activate({ isStart: true });
		await until(() => customers().length > 0);
		expect(customers()).toEqual([phoneNumber]);
	});

	it('start the workflow when n8n has loaded the trigger after that, as a newer one does nothing else', async () => {
		host = await startTrigger(job('loaded'));
		const publicUrl = host.url;
		other = await OtherProcess.start({ ...job('loaded'), publicUrl, isPublished: true });
		await writeTo(phoneNumber);
		await other.kill();
		pass(61 * minute);
		processState.reset();
		new WhatsAppBusinessTrigger();
		await until(() => customers().length > 0);
		expect(customers()).toEqual([phoneNumber]);
	});
});
