import { textLimits } from '../../graphApi/textLimits';

/** Rules for a text. Lengths are in characters. */
export interface TextRule {
	/** Makes what is sent of the text. The other rules are about that. */
	convert?(text: string): string;
	maxLength?: number;
	/** What else to do about a text that is too long, in a sentence. */
	orElse?: string;
	/** It is source code, in which `undefined` is no leftover of an expression. */
	isCode?: boolean;
	/** The required format and its description, e.g. "letters, digits and underscores". */
	pattern?: { regex: RegExp; description: string };
}

export interface NumberRule {
	min?: number;
	max?: number;
	integer?: boolean;
}

/** The number of entries in a list. */
export interface ListRule {
	min?: number;
	max?: number;
}

/** A violation of a rule. `what` continues a sentence that begins with the name of the field. */
export interface BrokenRule {
	what: string;
	todo: string;
}

/** The violation of the rule by a text, if any. */
export function brokenTextRule(
	text: string,
	{ maxLength, orElse, pattern }: TextRule,
): BrokenRule | undefined {
	if (text.length > textLimits.parameter) {
		return {
			what: `has ${text.length} characters`,
			todo: 'Shorten it: WhatsApp takes no text of that length.',
		};
	}
	const length = [...text].length;
	if (maxLength !== undefined && length > maxLength) {
		return {
			what: `has ${length} characters`,
			todo: `Shorten it: WhatsApp allows at most ${maxLength}.${orElse ? ` ${orElse}` : ''}`,
		};
	}
	if (pattern && !pattern.regex.test(text)) {
		return { what: 'has the wrong format', todo: `It must be ${pattern.description}.` };
	}
	return undefined;
}

/** The violation by a text in a list, if any. */
export function brokenEntryRule(text: string): BrokenRule | undefined {
	const broken = brokenTextRule(text, {});
	return broken && { ...broken, what: `has an entry that ${broken.what}` };
}

/** The violation of the rule by a number, if any. */
export function brokenNumberRule(
	number: number,
	{ min = -Infinity, max = Infinity, integer = false }: NumberRule,
): BrokenRule | undefined {
	if (number >= min && number <= max && (!integer || Number.isInteger(number))) return undefined;
	const kind = integer ? 'a whole number' : 'a number';
	const range =
		max === Infinity
			? `of at least ${min}`
			: min === -Infinity
				? `of at most ${max}`
				: `from ${min} to ${max}`;
	const bounded = min !== -Infinity || max !== Infinity;
	return { what: 'is out of range', todo: `Enter ${bounded ? `${kind} ${range}` : kind}.` };
}

/** The violation of the rule by a number of entries, if any. */
export function brokenListRule(
	count: number,
	{ min = 0, max = Infinity }: ListRule,
): BrokenRule | undefined {
	if (count >= min && count <= max) return undefined;
	const allowed =
		max === Infinity ? `at least ${min}` : min === 0 ? `at most ${max}` : `${min} to ${max}`;
	return {
		what: count === 0 ? 'is empty' : `has ${count} ${count === 1 ? 'entry' : 'entries'}`,
		todo: `Add ${allowed}.`,
	};
}
