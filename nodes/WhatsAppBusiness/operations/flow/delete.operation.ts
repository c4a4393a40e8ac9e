import type { Operation } from '../../operation';
import { flowIdField, readFlowId } from '../../fields/flow';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#delete */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a flow',
	description: 'Delete a draft Flow for good. A published one can only be deprecated.',
	fields: [flowIdField],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/${readFlowId(parameters)}`,
		on: 'flow',
	}),
	output: () => ({ deleted: true }),
};
