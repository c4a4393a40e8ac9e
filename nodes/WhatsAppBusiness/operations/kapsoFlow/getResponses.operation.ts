import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { numberedPages, onPlatform } from '../../fields/kapsoPlatform';
import { listFields } from '../../fields/list';
import type { Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';

/**
 * Known from the scripts of Kapso's skill: https://github.com/gokapso/agent-skills. What a response has is not documented:
 * it is returned whole, as a simplified one might lack what the person entered.
 */
export const operation: Operation = {
	displayName: 'Get Responses',
	action: 'Get the responses to a Kapso flow',
	description: 'Get what people entered in a Flow and sent',
	fields: [kapsoFlowField, ...listFields],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/responses`,
		...onPlatform,
		query: numberedPages(parameters),
	}),
};
