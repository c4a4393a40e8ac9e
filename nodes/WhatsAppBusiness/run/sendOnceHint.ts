import type { NodeExecutionHint } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { sharesProcess } from '../../shared/sharesProcess';
import { sendOnceKeyField } from '../fields/sendOnce';
import type { SendOnce } from './sendOnce';

/** The warning about a run whose keys do not reach as far as one expects. Undefined if they do. */
export function sendOnceHint(
	{
		rememberedHereOnly,
		sentBlindly,
		weakness,
	}: Pick<SendOnce, 'rememberedHereOnly' | 'sentBlindly' | 'weakness'>,
	{ redisUrl = '' }: Pick<CredentialData, 'redisUrl'>,
): NodeExecutionHint | undefined {
	const { displayName } = sendOnceKeyField;
	if (sentBlindly > 0) {
		const were = sentBlindly === 1 ? 'was' : 'were';
		const they = sentBlindly === 1 ? 'it' : 'they';
		return warning(
			`The memory could not be reached when ${count(sentBlindly)} with a '${displayName}' ${were} sent: whether ${they} had been sent before was known only as far as this n8n process remembers. ${weakness ?? "n8n's log says why."}`,
		);
	}
	if (rememberedHereOnly > 0) {
		return warning(
			`Only this n8n process remembers the '${displayName}' of ${count(rememberedHereOnly)}. ${weakness ?? ''}`,
		);
	}
	if (sharesProcess() || redisUrl.trim() !== '') return undefined;
	return warning(
		`n8n runs in queue mode, and workers on other machines do not know of the '${displayName}' of these messages. If there are any, enter a Redis URL in the credential.`,
	);
}

function count(messages: number): string {
	return messages === 1 ? '1 message' : `${messages} messages`;
}

function warning(message: string): NodeExecutionHint {
	return { message: message.trim(), type: 'warning', location: 'outputPane' };
}
