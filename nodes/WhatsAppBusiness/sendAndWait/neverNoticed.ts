import type { Connection } from '../../graphApi/connection';
import { NotOfferedError } from '../../graphApi/errors/notOfferedError';
import type { AwaitedDelivery, OpenQuestion } from './question';

/**
 * Refuses to wait for what the trigger would never notice: with a host whose statuses return no callback data, it cannot
 * know which execution waits for a delivery, or for a reply that is written in the chat.
 * @throws NotOfferedError
 */
export function refuseNeverNoticed(
	asked: OpenQuestion | AwaitedDelivery,
	{ keepsCallbackData = true, hostName }: Pick<Connection, 'keepsCallbackData' | 'hostName'>,
): void {
	if (keepsCallbackData) return;
	if ('awaits' in asked) {
		throw NotOfferedError.from({
			what: `'Response Type' is 'Delivery', but statuses of ${hostName} do not say which execution waits for them.`,
			todo: "Send the message with its own operation, and start another workflow with the event 'Message Status' of 'WhatsApp Business Trigger'.",
		});
	}
	const { responseType, page } = asked.question;
	if (responseType === 'freeText' && page === undefined) {
		throw NotOfferedError.from({
			what: `'Reply In' is 'Chat', but the trigger cannot know from ${hostName} that a written reply belongs to the question.`,
			todo: "Choose 'Web Page', or a 'Response Type' for which the recipient taps a button, such as 'Approval' or 'Choice'.",
		});
	}
}
