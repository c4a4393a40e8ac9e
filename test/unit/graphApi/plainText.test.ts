import { plainText, visibleText } from '../../../nodes/graphApi/plainText';

describe('visibleText', () => {
	it.each([
		['a picture.png', 'a picture.png'],
		['a\u0000b\u001bc\u007f', 'abc'],
		['a\u202egnp.exe', 'agnp.exe'],
		['Ünïcödé 🌵', 'Ünïcödé 🌵'],
	])('of %j is %j', (text, expected) => {
		expect(visibleText(text)).toBe(expected);
	});
});

describe('plainText', () => {
	it.each([
		['The value must be <= 5 and > 1', 'The value must be <= 5 and > 1'],
		['<a href="https://evil.example">Log in</a>', '< a href="https://evil.example">Log in< /a>'],
		['<!-- no --><?xml?>', '< !-- no -->< ?xml?>'],
		['a <\u0000img src=x>', 'a < img src=x>'],
		['one\r\ntwo\tthree', 'one  two three'],
	])('of %j is %j', (text, expected) => {
		expect(plainText(text)).toBe(expected);
	});
});
