import { setupHint } from '../../../nodes/WhatsAppBusiness/operations/account/setupHint';

const fine = (check: string) => ({ check, ok: true, found: 'x', todo: '' });
const bad = (check: string) => ({ check, ok: false, found: 'x', todo: 'Do it.' });
const open = (check: string, todo = '') => ({ check, ok: null, found: 'x', todo });

describe('The hint of Check Setup', () => {
	it.each([
		[
			[fine('A'), bad('B'), fine('C'), bad('D')],
			'warning',
			"2 of 4 checks need attention: B, D. 'todo' says what to do.",
		],
		[[fine('A'), bad('B')], 'warning', "1 of 2 checks needs attention: B. 'todo' says what to do."],
		[[fine('A'), open('B')], 'info', 'None of the 2 checks found a problem.'],
		[
			[fine('A'), open('B', 'Look.')],
			'info',
			"None of the 2 checks found a problem. 1 cannot be told: B. 'todo' says what to do.",
		],
		[
			[bad('A'), open('B', "See 'A'."), open('C', "See 'A'.")],
			'warning',
			"1 of 3 checks needs attention: A. 2 cannot be told. 'todo' says what to do.",
		],
		[
			[...'ABCDEFG'].map(bad),
			'warning',
			"7 of 7 checks need attention: A, B, C, D, E and 2 more. 'todo' says what to do.",
		],
	])('sums up %j', (items, type, message) => {
		expect(setupHint(items)).toEqual({ type, message, location: 'outputPane' });
	});

	it('is not there when there was no check', () => {
		expect(setupHint([])).toBeUndefined();
	});
});
