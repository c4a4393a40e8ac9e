import { path } from '../../../nodes/graphApi/path';
import { safePath, UnsafePathError } from '../../../nodes/graphApi/safePath';
import type { GraphRequest } from '../../../nodes/graphApi/types';

describe('path', () => {
	it('keeps what the code wrote and encodes each value as one segment', () => {
		expect(path`/me`).toBe('/me');
		expect(path`/${'106540352242922'}/messages`).toBe('/106540352242922/messages');
		expect(path`/${'1'}/message_qrdls/${'4O4Y:/?#%'}`).toBe('/1/message_qrdls/4O4Y%3A%2F%3F%23%25');
	});

	it.each(['', '.', '..'])('refuses the value %j, which would make it another path', (value) => {
		expect(() => path`/${value}/messages`).toThrow(UnsafePathError);
	});

	it.each(['...', '..x', '.hidden'])('takes the value %j, which is a name', (value) => {
		expect(path`/${value}`).toBe(`/${value}`);
	});

	it('is what a request needs, with what it begins with; a plain string does not compile', () => {
		const requests: GraphRequest[] = [
			{ method: 'GET', path: path`/${'1'}`, on: 'phoneNumber' },
			{ method: 'GET', path: safePath('/1'), on: 'typed' },
			// @ts-expect-error It could contain an ID that is not encoded.
			{ method: 'GET', path: `/1`, on: 'phoneNumber' },
			// @ts-expect-error A host could not know what the 1 is.
			{ method: 'GET', path: path`/${'1'}` },
		];
		expect(requests).toHaveLength(4);
	});
});
