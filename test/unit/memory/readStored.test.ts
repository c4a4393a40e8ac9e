import { LoggerProxy } from 'n8n-workflow';

import { readStored } from '../../../nodes/memory/readStored';

describe('What the memory has kept', () => {
	const read = (value: unknown) => (typeof value === 'number' ? value : undefined);

	it('counts as absent if it cannot be read, which the log says once for each kind', () => {
		const warn = jest.spyOn(LoggerProxy, 'warn').mockImplementation(() => undefined);
		expect(readStored('7', 'a number', read)).toBe(7);
		expect(warn).not.toHaveBeenCalled();
		for (const text of ['', '"secret"', 'null', '{']) {
			expect(readStored(text, 'a number', read)).toBeUndefined();
		}
		expect(readStored('secret', 'another number', read)).toBeUndefined();
		expect(warn.mock.calls).toEqual([
			[expect.stringMatching(/has a number that cannot be read/)],
			[expect.stringMatching(/has another number that cannot be read/)],
		]);
		expect(JSON.stringify(warn.mock.calls)).not.toContain('secret');
		warn.mockRestore();
	});
});
