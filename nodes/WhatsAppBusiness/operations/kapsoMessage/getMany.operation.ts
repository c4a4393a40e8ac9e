import { readOptionalKapsoNumber } from '../../fields/kapsoIds';
import { listFields, simplifyField } from '../../fields/list';
import { filtersField } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { contentFilter, listRequest, messageFilters } from './messageFilters';
import { messageOutput } from './messageOutput';

/**
 * - https://docs.kapso.ai/api/platform/v1/messages/list-messages
 * - https://docs.kapso.ai/api/meta/whatsapp/messages/list-messages
 */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso messages',
	description:
		'Get sent and received messages, newest first. They have the same fields as the items of the trigger.',
	fields: [...listFields, filtersField(messageFilters), simplifyField],
	list: true,
	request: listRequest,
	keeps: contentFilter,
	output(message, parameters) {
		const phoneNumberId = readOptionalKapsoNumber(parameters.group('filters'));
		return messageOutput(message, parameters, { phoneNumberId });
	},
};
