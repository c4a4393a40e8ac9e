import { isFormatted } from '../../../nodes/WhatsAppBusiness/fields/formatting';

describe('A text of a template', () => {
	it.each([
		'*bold*',
		'All *new* in',
		'_one two_',
		'(~old~)',
		'`code`',
		'*a b* c',
		'*a* b_c',
		'a_b _c_',
		'* *a*',
		'**a**',
		'line\n*bold*',
		'*über*',
		'*{{1}}*',
	])('is formatted: %s', (text) => {
		expect(isFormatted(text)).toBe(true);
	});

	it.each([
		'',
		'*',
		'**',
		'____',
		'terms_of_use',
		'order_no_1',
		'*T&C apply',
		'5 * 3 * 2',
		'a*b*c',
		'* item *',
		'2_000_000',
		'_é_é',
		'*a\nb*',
		'~ 5 ~ 6',
		'snake_case and _private',
		'{{order_no}} and {{order_date}}',
	])('is not formatted: %s', (text) => {
		expect(isFormatted(text)).toBe(false);
	});

	it('may be long', () => {
		const texts = ['*a', '_', 'a_', '* ', '*a~b`c_'].map((part) => part.repeat(200_000));
		expect(texts.map(isFormatted)).toEqual([false, false, false, false, false]);
	});
});
