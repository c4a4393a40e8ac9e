import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Scope } from '../parameters/registrationScope';

/** Data about the activation. n8n stores it with the workflow, so the keys must not change. */
export interface TriggerStaticData extends IDataObject {
	/** The registered scope; the parameters may have changed since. */
	scope?: Scope;
	phoneNumberId?: string;
	/** Set for the scope `account`. */
	wabaId?: string;
	url?: string;
	/** Set if the host's own events are registered: of this number, or '' if only those of the project are. */
	eventsPhoneNumberId?: string;
	/** The callback URL that a test run replaced. */
	replacedUrl?: string;
	/** The callback URL of the app that a test run replaced; '' if it had none. */
	replacedAppUrl?: string;
	/** Whether production hands its deliveries to the test run, which is then not registered. */
	handedOver?: boolean;
}

/** Returns the static data of this trigger. n8n stores what is assigned to it. */
export function staticDataOf(context: IHookFunctions | IWebhookFunctions): TriggerStaticData {
	return context.getWorkflowStaticData('node');
}
