import { path } from '../../../graphApi/path';
import { kapsoConversationField, readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/**
 * Ends a conversation or opens it again. https://docs.kapso.ai/api/platform/v1/conversations/update-conversation-status
 * @throws InputError when no conversation is chosen.
 */
export function statusRequest(
	parameters: Parameters,
	status: 'active' | 'ended',
): OperationRequest {
	return {
		method: 'PATCH',
		path: path`/whatsapp/conversations/${readUuid(parameters, kapsoConversationField)}`,
		...onPlatform,
		body: { whatsapp_conversation: { status } },
		idempotent: true,
	};
}
