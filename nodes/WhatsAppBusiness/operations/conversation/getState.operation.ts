import type { Operation } from '../../operation';
import { conversationFields, readCustomer } from './customerFields';

export const operation: Operation = {
	displayName: 'Get State',
	action: 'Get the state of a conversation',
	description:
		'Get what the nodes remember of the chat with a customer: until when the customer service window is open, when each side last wrote, a pause, and an opt-out. Needs a published WhatsApp Business Trigger on the number.',
	fields: conversationFields(),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		return async (conversations) => await conversations.stateOf(customer);
	},
};
