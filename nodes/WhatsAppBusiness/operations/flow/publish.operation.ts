import type { Operation } from '../../operation';
import { flowIdField, readFlowId } from '../../fields/flow';
import { withValidationText } from './flowJson';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#publish */
export const operation: Operation = {
	displayName: 'Publish',
	action: 'Publish a flow',
	description:
		'Publish a draft Flow so that it can be sent to customers. Its screens can no longer be changed; clone it to make a new version.',
	fields: [flowIdField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/${readFlowId(parameters)}/publish`,
		on: 'flow',
	}),
	output: withValidationText,
};
