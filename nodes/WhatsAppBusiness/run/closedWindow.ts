import { errorMeaning } from '../../graphApi/errorTable';
import { RequestError } from '../../graphApi/errors/requestError';
import { memoryOf } from '../../memory/memoryOf';
import { Conversations } from '../../shared/conversation/conversations';
import { windowClosedCode } from '../../shared/conversation/windowClosedCode';
import type { SendableItem } from './runOperation';
import type { RunTools } from './runTools';

/** A message that was not sent, because the customer service window is closed and the user does not want it sent then. */
export class ClosedWindowError extends RequestError {}

/**
 * Returns the item, or what is sent instead if the customer service window is known to be closed.
 * @throws ClosedWindowError for an item that must not be sent then.
 */
export async function chooseByWindow(
	item: SendableItem,
	{ credential }: Pick<RunTools, 'credential'>,
): Promise<SendableItem> {
	const { ifWindowClosed, countsFor } = item.request;
	if (ifWindowClosed === undefined || countsFor?.recipient === undefined) return item;
	const conversations = new Conversations(memoryOf(credential));
	const { phoneNumberId, recipient } = countsFor;
	const customer = { phoneNumberId, users: [recipient] };
	if (!(await conversations.isWindowClosed(customer))) return item;
	if (item.substitute) return item.substitute;
	throw closedWindow();
}

/** With the texts of Meta's error for such a message. */
function closedWindow(): ClosedWindowError {
	const { what = '', todo = '' } = errorMeaning(windowClosedCode) ?? {};
	return new ClosedWindowError({
		what,
		todo,
		outcome: 'notAccepted',
		retryable: false,
		code: windowClosedCode,
	});
}
