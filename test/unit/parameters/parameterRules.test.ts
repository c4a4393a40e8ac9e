import {
	brokenListRule,
	brokenTextRule,
} from '../../../nodes/WhatsAppBusiness/parameters/parameterRules';

describe('brokenTextRule', () => {
	it('counts an emoji as one character', () => {
		expect(brokenTextRule('👍👍', { maxLength: 2 })).toBeUndefined();
		expect(brokenTextRule('👍👍👍', { maxLength: 2 })?.what).toBe('has 3 characters');
	});
});

describe('brokenListRule', () => {
	it.each([
		[0, { min: 1 }, 'is empty', 'Add at least 1.'],
		[1, { min: 2, max: 3 }, 'has 1 entry', 'Add 2 to 3.'],
		[4, { max: 3 }, 'has 4 entries', 'Add at most 3.'],
	])(
		'says that a list of %i entries breaks the rule %j and what to do',
		(count, rule, what, todo) => {
			expect(brokenListRule(count, rule)).toEqual({ what, todo });
		},
	);
});
