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
	/** Whether template analytics has not been confirmed yet. */
	withoutInsights?: boolean;
	/** Whether marketing templates go out through the Marketing Messages API only. */
	marketingDisabledOnCloudApi?: boolean;
	/** Creative optimizations that were turned on or off. */
	optimizations?: Record<string, 'OPT_IN' | 'OPT_OUT'>;
}

/** A person or system user who may use the account. */
export interface AssignedUser {
	id: string;
	name: string;
	tasks: string[];
}

/** The fields of an account wherever Graph lists accounts. */
export function listedWaba({ id, name, currency, timezoneId, messageTemplateNamespace }: Waba) {
	return {
		id,
		name,
		currency,
		timezone_id: timezoneId,
		message_template_namespace: messageTemplateNamespace,
	};
}
