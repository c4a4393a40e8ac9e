import { defaultSendingRules } from '../../graphApi/sendingRules';
import type { SendingRules } from '../../graphApi/sendingRules';

/** Rules for the requests of the trigger. The workflow waits for downloads, so time is limited. */
export const triggerRules: SendingRules = {
	...defaultSendingRules,
	messagesPerSecond: 0,
	maxRetries: 4,
	timeLimit: 30_000,
};
