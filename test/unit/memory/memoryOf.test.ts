import { LoggerProxy } from 'n8n-workflow';

import { memoryOf } from '../../../nodes/memory/memoryOf';
import { Log } from '../../support/stores/outage';
import { long } from '../../support/stores/place';

describe('memoryOf, with a Node that has no SQLite', () => {
	const log = new Log();

	beforeEach(() => {
		jest.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
		LoggerProxy.init({ ...log, error: log.warn, debug: () => undefined });
	});

	afterEach(() => jest.restoreAllMocks());

	it('remembers in this process, and says once in the log what is weaker and what to do', async () => {
		const memory = memoryOf({ redisUrl: '' });
		expect(memory.weakness).toContain('has no SQLite');
		await memory.set('key', 'value', long);
		expect(memoryOf({})).toBe(memory);
		expect(await memoryOf({}).get('key')).toBe('value');
		expect(log.lines).toEqual([
			expect.stringMatching(
				/^warn: Node.js .* has no SQLite\. Run n8n with Node\.js 22\.13 or newer/,
			),
		]);
	});
});
