import type { Connection } from '../../graphApi/connection';
import type { Memory } from '../../memory/memory';
import { InputError } from '../../shared/inputError';
import { sharesProcess } from '../../shared/sharesProcess';
import type { AwaitedDelivery, OpenQuestion } from './question';

/**
 * Refuses to wait for what the trigger would never notice. With a host whose statuses return no callback data, it knows
 * from the memory which execution waits for a delivery, or for a reply that is written in the chat. In queue mode, it
 * runs in another process than the execution.
 * @throws InputError
 */
export function refuseNeverNoticed(
	asked: OpenQuestion | AwaitedDelivery,
	{ keepsCallbackData = true, hostName }: Pick<Connection, 'keepsCallbackData' | 'hostName'>,
	memory: () => Pick<Memory, 'hasStore'>,
): void {
	if (keepsCallbackData || sharesProcess() || memory().hasStore) return;
	const isDelivery = 'awaits' in asked;
	const isWritten =
		!isDelivery && asked.question.responseType === 'freeText' && asked.question.page === undefined;
	if (!isDelivery && !isWritten) return;
	throw new InputError(
		isDelivery ? 'Response Type' : 'Reply In',
		`is '${isDelivery ? 'Delivery' : 'Chat'}', which needs a memory that all processes of n8n share, as ${hostName} does not say which execution waits`,
		'Enter a Redis URL in the credential, or run n8n with Node.js 22.13 or later.',
	);
}
