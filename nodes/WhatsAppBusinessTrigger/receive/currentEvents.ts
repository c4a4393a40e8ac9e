import type { IWebhookFunctions } from 'n8n-workflow';

import { isMetaSample } from '../events/metaSample';
import { isOutdated, maximumDeliveryAge } from '../events/redelivery';
import type { EventWithItem } from '../../shared/items/toItem';
import { isTestRun, logRarely } from '../n8n/trigger';

/**
 * Returns the events that may start something, and says in n8n's log what was left out. Samples of Meta start
 * test runs only: a workflow in production would reply to their made-up sender. Outdated events are copies.
 */
export function currentEvents(
	received: readonly EventWithItem[],
	context: IWebhookFunctions,
): EventWithItem[] {
	if (isTestRun(context)) return [...received];
	const isSample = ({ item }: EventWithItem) => isMetaSample(item);
	if (received.some(isSample)) {
		logRarely(context)(
			"The button 'Test' in the Meta app dashboard reached this trigger. It starts test runs only: click 'Execute step' in the editor before 'Test'.",
			'info',
		);
	}
	const events = received.filter((entry) => !isSample(entry));
	const current = events.filter(({ event, item }) => !isOutdated(event, item));
	if (current.length < events.length) {
		logRarely(context)(
			`Ignored events that are older than ${maximumDeliveryAge} days. If they are new, the clock of this computer is wrong.`,
			'warn',
		);
	}
	return current;
}
