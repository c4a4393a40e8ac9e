import {
	defaultOptInWords,
	defaultOptOutWords,
	isAmongWords,
	readWords,
} from '../../../nodes/WhatsAppBusinessTrigger/parameters/preferenceWords';

const words = readWords(defaultOptOutWords.join(', '));

describe('The words for opting out', () => {
	it.each([
		...defaultOptOutWords,
		'stop',
		' Stop! ',
		'STOP.',
		'«stop»',
		'stop 🛑',
		'Arret',
		'arrêt',
		'ARRÊT',
		'arre\u0302t',
		'Désabonner',
		'opt-out',
		'Opt  out',
		'Ｓｔｏｐ',
		'stop\n',
		'stop promotions',
	])('contain %j', (text) => {
		expect(isAmongWords(text, words)).toBe(true);
	});

	it.each([
		'',
		'   ',
		'!!!',
		'stop it',
		"don't stop",
		'stopover',
		'bus stop',
		'nonstop',
		'para',
		'optout me',
		`stop${' '.repeat(100)}`,
	])('do not contain %j', (text) => {
		expect(isAmongWords(text, words)).toBe(false);
	});

	it('have none in common with those for opting in', () => {
		expect(defaultOptInWords.filter((word) => isAmongWords(word, words))).toEqual([]);
	});

	it('are separated by commas or lines, and empty ones do not count', () => {
		const read = readWords(' Basta ,, nunca más\nFin,');
		expect(['basta', 'NUNCA MAS', 'fin'].every((text) => isAmongWords(text, read))).toBe(true);
		expect(isAmongWords('', read)).toBe(false);
		expect(read.size).toBe(3);
	});
});
