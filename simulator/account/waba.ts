import type { Callback } from '../webhooks/callback';

export interface Waba {
	id: string;
	name: string;
	currency: string;
	timezoneId: string;
	messageTemplateNamespace: string;
	/** Set when the app is subscribed to this WABA's webhooks. */
	subscribed: boolean;
	override?: Callback;
}
