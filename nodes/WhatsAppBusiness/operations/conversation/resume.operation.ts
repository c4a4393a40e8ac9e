import type { Operation } from '../../operation';
import { conversationFields, readCustomer } from './customerFields';

export const operation: Operation = {
	displayName: 'Resume',
	action: 'Resume a conversation',
	description: 'End the pause of the chat with a customer, so that messages start workflows again',
	fields: conversationFields(),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		return async (conversations) => {
			await conversations.resume(customer);
			return await conversations.stateOf(customer);
		};
	},
};
