import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Scope } from '../parameters/registrationScope';

/** Kept by n8n from activation on. */
export interface TriggerStaticData extends IDataObject {
	/** What was registered: the fields may say something else by now. */
	scope?: Scope;
	phoneNumberId?: string;
	url?: string;
	/** The address a test run took the place of. */
	replacedUrl?: string;
	/** Whether production hands its deliveries to the test run, and nothing was registered. */
	handedOver?: boolean;
}

/** What the activation of this trigger has kept. n8n stores what is assigned to it. */
export function staticDataOf(context: IHookFunctions | IWebhookFunctions): TriggerStaticData {
	return context.getWorkflowStaticData('node') as TriggerStaticData;
}
