import { argentine15, otherSpellings } from '../../../nodes/shared/otherSpellings';
import { userKey } from '../../../nodes/shared/userKey';

describe('otherSpellings', () => {
	it.each([
		['+5511987654321', ['+551187654321']],
		['+551187654321', ['+5511987654321']],
		['+5215512345678', ['+525512345678']],
		['+525512345678', ['+5215512345678']],
		['+5491123456789', ['+541123456789']],
		['+541123456789', ['+5491123456789']],
		['+16505551234', []],
		['+551132345678', []],
	])('of %s is %p, which means the same person', (number, others) => {
		expect(otherSpellings(number)).toEqual(others);
		for (const other of others) expect(userKey(other)).toBe(userKey(number));
	});
});

describe('argentine15', () => {
	it.each([
		['+5491123456789', '+54 11 15-2345-6789'],
		['+541123456789', '+54 11 15-2345-6789'],
		['+5492901123456', '+54 2901 15-12-3456'],
		['+5511987654321', undefined],
	])('writes %s as %p', (number, written) => {
		expect(argentine15(number)).toBe(written);
	});
});
