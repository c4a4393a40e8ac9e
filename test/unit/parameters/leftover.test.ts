import { leftoverIn } from '../../../nodes/WhatsAppBusiness/parameters/leftover';

describe('leftoverIn', () => {
	it.each([
		['undefined', "is 'undefined'"],
		[' NaN ', "is 'NaN'"],
		['null', "is 'null'"],
		['[object Object]', "is '[object Object]'"],
		['Hi undefined, welcome', "contains 'undefined'"],
		['Total: NaN €', "contains 'NaN'"],
		['[object Object],[object Object]', "contains '[object Object]'"],
		['Until [object Promise]', "contains '[object Promise]'"],
		['Hello {{ $json.name }}', "contains '{{ $json'"],
		["{{$('Rows').item.json.name}}", "contains '{{$('"],
	])('finds what is left in %j', (text, problem) => {
		expect(leftoverIn(text)).toBe(problem);
	});

	it.each([
		'Hello',
		'',
		'UNDEFINED',
		'Undefined',
		'undefinedly',
		'nan',
		'Nancy',
		'null Uhr',
		'[object]',
		'Hello {{1}}, hello {{ name }}',
		'It costs $5',
	])('finds nothing in %j', (text) => {
		expect(leftoverIn(text)).toBeUndefined();
	});
});
