import { reportProgress } from '../../../nodes/WhatsAppBusiness/run/progress';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('reportProgress', () => {
	it('reports to the editor and the log every few seconds until it is stopped', () => {
		const told: string[] = [];
		const logged: string[] = [];
		const context = {
			sendMessageToUI: (text: string) => told.push(text),
			logger: { info: (text: string) => logged.push(text) },
			getNode: () => ({ name: 'Send' }),
			getExecutionId: () => '7',
		} as unknown as Parameters<typeof reportProgress>[0];
		let sent = 0;
		const stop = reportProgress(context, () => `${++sent} sent`);
		jest.advanceTimersByTime(11_000);
		stop();
		jest.advanceTimersByTime(11_000);
		expect(told).toEqual(['1 sent', '2 sent']);
		expect(logged).toEqual(["Node 'Send': 1 sent", "Node 'Send': 2 sent"]);
	});
});
