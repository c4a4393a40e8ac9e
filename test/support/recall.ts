import { ProcessStore } from '../../nodes/memory/processStore';
import { Conversations } from '../../nodes/shared/conversation/conversations';
import type { ConversationState } from '../../nodes/shared/conversation/conversations';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import type { RecalledCase } from '../cases/requestCase';
import { account, parametersFor } from './buildRequest';

/** Plays a case of an operation on what the nodes remember, and returns its items. */
export async function recall(
	operation: ListedOperation,
	{ parameters, before }: Pick<RecalledCase, 'parameters' | 'before'>,
): Promise<ConversationState[]> {
	const conversations = new Conversations(new ProcessStore());
	await before?.(conversations);
	const states = await operation.recall?.(
		parametersFor(operation, parameters),
		account,
	)(conversations);
	return [states ?? []].flat();
}
