import type { Operation } from '../../operation';
import { conversationFields, readCustomer } from './customerFields';

export const operation: Operation = {
	displayName: 'Forget',
	action: 'Forget a conversation',
	description:
		"Delete what the nodes remember of the chat with a customer, for example after a data-protection request. An opt-out is deleted as well. WhatsApp and n8n's list of executions keep what they have.",
	fields: conversationFields(),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		return async (conversations) => {
			await conversations.forget(customer);
			return await conversations.stateOf(customer);
		};
	},
};
