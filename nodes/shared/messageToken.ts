import { textLimits } from '../graphApi/textLimits';

const prefix = 'wamid.';

/**
 * What identifies a message in its wamid. The rest names the chat, by the phone number or by the user ID of the customer,
 * and that differs: a reply may name the message that it quotes by another wamid than the one that the message came with.
 * https://github.com/chatwoot/chatwoot/issues/14953
 * @returns the ID itself if it does not have the form of a wamid.
 */
export function messageToken(id: string): string {
	const limited = id.slice(0, textLimits.messageId);
	if (!limited.startsWith(prefix)) return limited;
	const bytes = Buffer.from(limited.slice(prefix.length), 'base64').toString('latin1');
	// Each text in it follows its length. A user ID contains as many digits, behind its country.
	const tokens = [...bytes.matchAll(/[0-9a-f]{16,40}/gi)].filter(
		({ 0: token, index }) => bytes.charCodeAt(index - 1) === token.length,
	);
	return tokens.at(-1)?.[0].toUpperCase() ?? limited;
}

/** Whether both IDs are of one message. */
export function isSameMessage(one: string, other: string): boolean {
	return one === other || messageToken(one) === messageToken(other);
}
