import { readBoolean } from '../../nodes/WhatsAppBusiness/parameterValues';

it.each<[unknown, boolean | undefined]>([
	[true, true],
	['true', true],
	['TRUE', true],
	[' yes ', true],
	[1, true],
	['1', true],
	['on', true],
	[false, false],
	['False', false],
	[0, false],
	['0', false],
	['no', false],
	['', undefined],
	['maybe', undefined],
	[2, undefined],
	[null, undefined],
	[undefined, undefined],
	[{}, undefined],
	[[true], undefined],
])('reads %j as %s', (value, expected) => {
	expect(readBoolean(value)).toBe(expected);
});
