import type { Operation } from '../../operation';
import { flowIdField, readFlowId } from '../../fields/flow';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#deprecate */
export const operation: Operation = {
	displayName: 'Deprecate',
	action: 'Deprecate a flow',
	description:
		'Retire a published Flow: it can no longer be sent or opened. This cannot be undone.',
	fields: [flowIdField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/${readFlowId(parameters)}/deprecate`,
		on: 'flow',
	}),
};
