import { sendOnceHint } from '../../../nodes/WhatsAppBusiness/run/sendOnceHint';

const weakness = 'Redis cannot be reached.';

describe('The hint about Send Once Keys', () => {
	const mode = process.env.EXECUTIONS_MODE;
	afterEach(() => {
		if (mode === undefined) delete process.env.EXECUTIONS_MODE;
		else process.env.EXECUTIONS_MODE = mode;
	});

	const hint = (rememberedHereOnly: number, redisUrl?: string) =>
		sendOnceHint({ rememberedHereOnly, weakness }, { redisUrl })?.message;

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
});
