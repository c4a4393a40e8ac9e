import type { Callback } from '../webhooks/callback';
import type { HealthError } from './healthStatus';

export interface Waba {
	id: string;
	name: string;
	currency: string;
	timezoneId: string;
	messageTemplateNamespace: string;
	/** Whether the app is subscribed to this WABA's webhooks. */
	subscribed: boolean;
	override?: Callback;
	/** Why it cannot send. */
	healthErrors?: HealthError[];
}
