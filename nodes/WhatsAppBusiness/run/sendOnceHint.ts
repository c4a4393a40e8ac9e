import type { NodeExecutionHint } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { sharesProcess } from '../../shared/sharesProcess';
import { sendOnceKeyField } from '../fields/sendOnce';
import type { SendOnce } from './sendOnce';

/** The warning about a run whose keys do not reach as far as one expects. Undefined if they do. */
export function sendOnceHint(
	{ rememberedHereOnly, weakness }: Pick<SendOnce, 'rememberedHereOnly' | 'weakness'>,
	{ redisUrl = '' }: Pick<CredentialData, 'redisUrl'>,
): NodeExecutionHint | undefined {
	const { displayName } = sendOnceKeyField;
	if (rememberedHereOnly > 0) {
		const messages = rememberedHereOnly === 1 ? '1 message' : `${rememberedHereOnly} messages`;
		return warning(
			`Only this n8n process remembers the '${displayName}' of ${messages}. ${weakness ?? ''}`,
		);
	}
	if (sharesProcess() || redisUrl.trim() !== '') return undefined;
	return warning(
		`n8n runs in queue mode, and workers on other machines do not know of the '${displayName}' of these messages. If there are any, enter a Redis URL in the credential.`,
	);
}

function warning(message: string): NodeExecutionHint {
	return { message: message.trim(), type: 'warning', location: 'outputPane' };
}
