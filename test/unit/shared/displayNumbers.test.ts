import { processState } from '../../../nodes/graphApi/processState';
import { rememberDisplayNumber, shownNumber } from '../../../nodes/shared/account/displayNumbers';

describe('A number for a person', () => {
	beforeEach(() => {
		processState.reset();
	});

	it('is its ID while nothing else is known', () => {
		expect(shownNumber('106')).toBe('106');
	});

	it('is written as a list writes it, and with a plus as a webhook has it', () => {
		rememberDisplayNumber('106', '15550783881');
		expect(shownNumber('106')).toBe('+15550783881');
		rememberDisplayNumber('106', '+1 555-078-3881');
		rememberDisplayNumber('106', '15550783881');
		expect(shownNumber('106')).toBe('+1 555-078-3881');
	});

	it.each([undefined, null, 5, '', '<b>1</b>', 'TEST_NUMBER', '1'.repeat(31)])(
		'is not %j',
		(displayNumber) => {
			rememberDisplayNumber('106', displayNumber);
			expect(shownNumber('106')).toBe('106');
		},
	);
});
