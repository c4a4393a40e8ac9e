import type { Operation } from '../../operation';
import { notice } from '../../../shared/notice';
import { conversationFields, readCustomer } from './customerFields';

export const operation: Operation = {
	displayName: 'Opt In',
	action: 'Opt a customer in',
	description: 'Note that a customer wants marketing messages again',
	fields: conversationFields({
		about: [
			notice(
				'optInNotice',
				'An opt-out in WhatsApp itself can be undone by the customer only. Until then WhatsApp refuses marketing messages.',
			),
		],
	}),
	recall(parameters, account) {
		const customer = readCustomer(parameters, account);
		return async (conversations) => {
			await conversations.optIn(customer);
			return await conversations.stateOf(customer);
		};
	},
};
