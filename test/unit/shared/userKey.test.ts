import { userKey } from '../../../nodes/shared/userKey';

describe('userKey', () => {
	it.each([
		['+1 (650) 555-1234', '16505551234'],
		['+55 11 98765-4321', '551187654321'],
		['+52 1 55 1234 5678', '525512345678'],
		['+54 9 11 1234-5678', '541112345678'],
	])('takes %s for the %s that WhatsApp writes', (typed, waId) => {
		expect(userKey(typed)).toBe(userKey(waId));
	});

	it.each([
		['16505551234', '16505551235'],
		['551187654321', '552187654321'],
		['541115234567', '541123456700'],
		['5511932345678', '551132345678'],
		['4915901234567', '491501234567'],
		['US.13491208655302741918', 'GB.13491208655302741918'],
	])('distinguishes %s from %s', (one, other) => {
		expect(userKey(one)).not.toBe(userKey(other));
	});
});
