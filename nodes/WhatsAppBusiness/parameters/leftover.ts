/**
 * What a wrong expression leaves in a text, or the beginning of an expression that was typed into a field set to
 * 'Fixed'. The length of a name is limited, as the text is long.
 */
const leftovers = /\[object \w{1,30}\]|\b(?:undefined|NaN)\b|\{\{\s{0,5}\$(?:\w{1,30}|\()/;

/**
 * Says what a text has that a wrong expression or an earlier node put there instead of a value.
 * @returns e.g. "is 'undefined'" or "contains '[object Object]'", or undefined for a text without it.
 */
export function leftoverIn(text: string): string | undefined {
	const whole = text.trim();
	const found = leftovers.exec(whole)?.[0] ?? (whole === 'null' ? whole : undefined);
	return found && `${found === whole ? 'is' : 'contains'} '${found}'`;
}
