import { Memory } from '../../../nodes/memory/memory';
import { ProcessStore } from '../../../nodes/memory/processStore';
import { SendOnce } from '../../../nodes/WhatsAppBusiness/run/sendOnce';
import { sendOnceHint } from '../../../nodes/WhatsAppBusiness/run/sendOnceHint';
import { until } from '../../support/until';

const weakness = 'Redis cannot be reached.';

describe('The hint about Send Once Keys', () => {
	const mode = process.env.EXECUTIONS_MODE;
	afterEach(() => {
		if (mode === undefined) delete process.env.EXECUTIONS_MODE;
		else process.env.EXECUTIONS_MODE = mode;
	});

	const hint = (rememberedHereOnly: number, redisUrl?: string) =>
		sendOnceHint({ rememberedHereOnly, sentBlindly: 0, weakness }, { redisUrl })?.message;

	it.each<[string, number, string | undefined, string | undefined]>([
		['is not needed in one process', 0, undefined, undefined],
		[
			'counts what only this process remembers, and says why',
			1,
			undefined,
			"Only this n8n process remembers the 'Send Once Key' of 1 message. Redis cannot be reached.",
		],
		[
			'counts several',
			12,
			'redis://host',
			"Only this n8n process remembers the 'Send Once Key' of 12 messages. Redis cannot be reached.",
		],
	])('%s', (_what, rememberedHereOnly, redisUrl, expected) => {
		expect(hint(rememberedHereOnly, redisUrl)).toBe(expected);
	});

	it.each<[string | undefined, RegExp | undefined]>([
		[undefined, /workers on other machines do not know .* enter a Redis URL in the credential/],
		[' ', /workers on other machines do not know/],
		['redis://host', undefined],
	])('in queue mode with the Redis URL %s is: %s', (redisUrl, expected) => {
		process.env.EXECUTIONS_MODE = 'queue';
		if (expected) expect(hint(0, redisUrl)).toMatch(expected);
		else expect(hint(0, redisUrl)).toBeUndefined();
	});

	it('counts what was sent while nobody could say whether it had been sent, also afterwards', async () => {
		const log = { warn: () => undefined, info: () => undefined };
		const store = new ProcessStore();
		const memory = new Memory(store, () => weakness, log, 1);
		const rules = { timeLimit: 1000, resendUnknown: false, messagesPerSecond: 80 };
		const run = { rules, executionId: '1', asks: false, stopped: () => false };
		const once = new SendOnce(memory, run);
		const send = (recordKey: string) =>
			once.send({ recordKey, recipient: 'digest', lifetime: 60_000 }, (aroundTry) =>
				aroundTry(() => Promise.resolve({ body: {} })),
			);
		await send('before');
		const { get } = store;
		store.get = () => Promise.reject(new Error('unreachable'));
		await send('before');
		await send('new');
		store.get = get;
		const expected =
			"The memory could not be reached when 2 messages with a 'Send Once Key' were sent: whether they had been sent before was known only as far as this n8n process remembers.";
		expect(sendOnceHint(once, {})?.message).toBe(`${expected} ${weakness}`);
		await until(() => memory.weakness === undefined);
		expect(sendOnceHint(once, {})?.message).toBe(`${expected} n8n's log says why.`);
		await memory.close();
	});
});
