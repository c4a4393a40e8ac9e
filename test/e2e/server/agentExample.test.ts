import { business, type CustomerMessage } from '../../../simulator';
import { questionIn, startAgent } from '../support/agentStage';
import { ExampleStage } from '../support/exampleStage';
import { callTool, saying } from '../support/standInModel';
import { forgetConversations, quiet, settled, resetSimulator, world } from '../support/world';

const [customer, other] = business.customers;

let stage: ExampleStage;

/** The customer does something, one after the other. */
async function write(...messages: CustomerMessage[]): Promise<void> {
	for (const message of messages) {
		await world.simulator.writeAs(customer.waId, message);
		// Webhooks under way at once may overtake each other.
		await world.simulator.settled();
	}
}

/** The texts that a customer got. */
function texts({ waId }: { waId: string } = customer): string[] {
	return world.simulator
		.messages()
		.filter(({ body }) => body.to === `+${waId}`)
		.map(({ body }) => (body.text as { body: string }).body);
}

/** Another customer writes and is answered, so whatever the first one wrote before would have started the workflow. */
async function answerSomebodyElse(): Promise<void> {
	await world.simulator.writeAs(other.waId, { type: 'text', text: 'And I?' });
	await stage.nextMessage();
	expect(texts(other)).toHaveLength(1);
}

beforeEach(async () => {
	await resetSimulator();
	await forgetConversations();
	stage = new ExampleStage('ai-agent');
});

afterEach(async () => {
	await stage.end();
});

describe('The example of an AI agent', () => {
	test('answers three quick messages once', async () => {
		const { asked, expectExecutions } = await startAgent(stage);
		await write(
			{ type: 'text', text: 'Oi' },
			{ type: 'text', text: 'tudo bem?' },
			{ type: 'text', text: 'queria saber o preço' },
		);
		await stage.nextMessage();
		await expectExecutions(1);
		expect(asked().map(questionIn)).toEqual(['Oi\ntudo bem?\nqueria saber o preço']);
		expect(texts()).toEqual(['Yes']);
	});

	test('tells the model what a voice message says', async () => {
		const { asked, transcribed } = await startAgent(stage, { transcription: 'Do you have aloe?' });
		await write({ type: 'audio' });
		await stage.nextMessage();
		expect(transcribed()).toBe(1);
		expect(questionIn(asked()[0])).toBe(
			'[Voice message]\n[Transcription of a voice message: Do you have aloe?]',
		);
	});

	test('answers although a voice message cannot be transcribed', async () => {
		const { asked } = await startAgent(stage);
		await write({ type: 'audio' });
		await stage.nextMessage();
		expect(questionIn(asked()[0])).toBe('[Voice message]');
	});

	test('shows the model a picture with its caption', async () => {
		const { asked, transcribed } = await startAgent(stage);
		await write({ type: 'image', caption: 'Is it ill?' });
		await stage.nextMessage();
		expect(questionIn(asked()[0])).toBe('[Image]\nIs it ill?');
		expect(JSON.stringify(asked()[0])).toContain('data:image/jpeg;base64,');
		expect(transcribed()).toBe(0);
	});

	test('takes a location, pictures and voice messages together', async () => {
		const { asked, transcribed } = await startAgent(stage, { transcription: 'Here it grows' });
		await write(
			{ type: 'image' },
			{ type: 'audio' },
			{ type: 'location', latitude: 19.4326, longitude: -99.1332, name: 'Zócalo' },
			{ type: 'audio' },
		);
		await stage.nextMessage();
		const said = '[Transcription of a voice message: Here it grows]';
		expect(questionIn(asked()[0])).toBe(
			[
				'[Image]',
				'[Voice message]',
				'[Location: Zócalo, 19.4326, -99.1332]',
				'[Voice message]',
				said,
				said,
			].join('\n'),
		);
		expect(JSON.stringify(asked()[0])).toContain('data:image/jpeg;base64,');
		expect(transcribed()).toBe(2);
		expect(texts()).toEqual(['Yes']);
	});

	test('sends an answer of 6,000 characters in Markdown as two messages in order', async () => {
		const paragraph = '**Boston ferns** like [shade](https://example.com/shade). '.repeat(20);
		const answer = ['# Ferns', ...Array<string>(5).fill(paragraph), '1. Water\n2. Wait'].join(
			'\n\n',
		);
		expect(answer.length).toBeGreaterThan(5_800);
		await startAgent(stage, { model: () => saying(answer) });
		await write({ type: 'text', text: 'How do I keep ferns?' });
		await stage.nextMessage();
		await quiet();
		const [first = '', second = '', ...others] = texts();
		expect(others).toEqual([]);
		expect(first).toMatch(
			/^\*Ferns\*\n\n\*Boston ferns\* like shade \(https:\/\/example\.com\/shade\)\./,
		);
		expect(second).toMatch(/1\. Water\n2\. Wait$/);
		expect(`${first}${second}`.split('Boston ferns')).toHaveLength(5 * 20 + 1);
	});

	test('is quiet after a person has written', async () => {
		const { asked, expectExecutions } = await startAgent(stage);
		await write({ type: 'text', text: 'Hi' });
		await stage.nextMessage();
		world.simulator.replyInBusinessApp(customer.waId, { text: 'Hello, this is Ada.' });
		await settled();
		await write({ type: 'text', text: 'How nice!' });
		await answerSomebodyElse();
		await expectExecutions(2);
		expect(asked().map(questionIn)).toEqual(['Hi', 'And I?']);
		expect(texts()).toEqual(['Yes']);
	});

	test('does not send its answer when a person was faster', async () => {
		const { asked, expectExecutions } = await startAgent(stage, {
			model: async () => {
				world.simulator.replyInBusinessApp(customer.waId, { text: 'Hello, this is Ada.' });
				await world.simulator.settled();
				return saying('Hello, this is a bot.');
			},
		});
		await write({ type: 'text', text: 'Hi' });
		await expectExecutions(1);
		expect(asked()).toHaveLength(1);
		expect(texts()).toEqual([]);
	});

	test('hands over to a person when the customer asks for one', async () => {
		const { asked, team, expectExecutions } = await startAgent(stage, {
			model: (question) =>
				questionIn(question) === 'A person, please' ? callTool(question, {}) : saying('Yes'),
		});
		await write({ type: 'text', text: 'A person, please' });
		await stage.nextMessage();
		await write({ type: 'text', text: 'Are you there?' });
		await answerSomebodyElse();
		await expectExecutions(2);
		expect(asked()[0]?.tools).toHaveLength(1);
		expect(texts()).toEqual(['Done.']);
		expect(team.calls.map(({ body }) => body)).toEqual([
			{ text: `A customer asks for a person in WhatsApp: ${customer.waId}` },
		]);
	});
});
