import { printConversation } from '../../../scripts/demo/conversation';
import { business, startSimulator } from '../../../simulator';
import { sendTemplate } from '../../simulator/support';
import { until } from '../../support/until';

describe("The demo's conversation in the terminal", () => {
	it('shows the text of a template with its values', async () => {
		const simulator = await startSimulator({ port: 0 });
		const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
		const conversation = printConversation(simulator);
		const parameters = ['Pablo', '860198', '99.99'].map((text) => ({ type: 'text', text }));
		await sendTemplate(simulator, 'order_confirmation', [{ type: 'body', parameters }]);
		await until(() => log.mock.calls.length > 0);
		const [line] = log.mock.calls[0] as [string];
		conversation.stop();
		log.mockRestore();
		await simulator.stop();
		const name = business.phoneNumbers[0].verifiedName;
		expect(line).toMatch(new RegExp(`${name}: .*Pablo.*860198.*99\\.99`, 's'));
	});
});
