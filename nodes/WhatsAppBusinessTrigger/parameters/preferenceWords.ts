/** What people write to get no more marketing messages, in the languages that most of WhatsApp's customers write. */
export const defaultOptOutWords: readonly string[] = [
	'STOP',
	'UNSUBSCRIBE',
	'OPT OUT',
	// On buttons of Meta's marketing templates.
	'STOP PROMOTIONS',
	'UNSUBSCRIBE FROM PROMOS',
	'UNSUBSCRIBE FROM ALL',
	'BAJA',
	'CANCELAR',
	'SAIR',
	'PARAR',
	'ARRÊT',
	'DÉSABONNER',
	'STOPP',
	'ABMELDEN',
	'DISISCRIVIMI',
	'BERHENTI',
	'СТОП',
	'توقف',
	'रोकें',
];

export const defaultOptInWords: readonly string[] = ['START', 'SUBSCRIBE', 'OPT IN'];

/** What a customer writes, for each choice about marketing messages. */
export interface PreferenceWords {
	stop: ReadonlySet<string>;
	resume: ReadonlySet<string>;
}

/** In characters. Nobody says it at greater length, and longer messages need not be looked at. */
const longestWord = 100;

/** Whether a text is one of the words. Case, accents, punctuation and blanks do not count. */
export function isAmongWords(text: string, words: ReadonlySet<string>): boolean {
	return text.length <= longestWord && words.has(normalized(text));
}

/** Reads words that are separated by commas or line breaks. */
export function readWords(written: string): ReadonlySet<string> {
	return new Set(
		written
			.split(/[,\n]/)
			.map(normalized)
			.filter((word) => word !== ''),
	);
}

function normalized(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
}
