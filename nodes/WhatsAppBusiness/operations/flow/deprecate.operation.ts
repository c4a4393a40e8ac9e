import type { Operation } from '../../operation';
import { flowIdField, readFlowId } from '../../fields/flow';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#deprecate */
export const operation: Operation = {
	displayName: 'Deprecate',
	action: 'Deprecate a flow',
	description:
		'Take a published Flow out of use: it can be neither sent nor opened any more. This cannot be undone.',
	fields: [flowIdField],
	request: (parameters) => ({ method: 'POST', path: path`/${readFlowId(parameters)}/deprecate` }),
};
