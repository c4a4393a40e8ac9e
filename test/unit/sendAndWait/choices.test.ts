import { fitOnButtons } from '../../../nodes/WhatsAppBusiness/sendAndWait/choices';

const choices = (...titles: string[]) => titles.map((title) => ({ title, value: title }));

describe('fitOnButtons', () => {
	it.each([
		['one', choices('Yes'), true],
		['three', choices('S', 'M', 'L'), true],
		['four', choices('S', 'M', 'L', 'XL'), false],
		['20 characters', choices('x'.repeat(20)), true],
		['21 characters', choices('x'.repeat(21)), false],
		['20 emoji', choices('🌷'.repeat(20)), true],
		['something to explain', [{ title: 'S', value: 'S', description: 'Small' }], false],
	])('for choices with %s: %p', (_, list, fit) => {
		expect(fitOnButtons(list)).toBe(fit);
	});
});
