import { takenFromFront } from '../../../nodes/WhatsAppBusiness/run/takenFromFront';

describe('takenFromFront', () => {
	it('gives the items in their order, and moves them once', () => {
		const items = takenFromFront(Array.from({ length: 20_000 }, (_, index) => index));
		const reverse = jest.spyOn(items, 'reverse');
		const taken: unknown[] = [];
		while (items.length > 0) taken.push(items.shift());
		expect(taken).toEqual(Array.from({ length: 20_000 }, (_, index) => index));
		expect(reverse).toHaveBeenCalledTimes(1);
		expect(items.shift()).toBeUndefined();
	});

	it('is an ordinary list for whoever copies it', () => {
		const items = takenFromFront(['a', 'b']);
		expect(items).toEqual(['a', 'b']);
		expect(Object.keys(items)).toEqual(['0', '1']);
		expect(JSON.stringify(items)).toBe('["a","b"]');
	});
});
