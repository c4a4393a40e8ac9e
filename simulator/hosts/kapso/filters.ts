import type { SimulatorContext } from '../../context';
import type { Conversation, KapsoMessage } from './inbox';
import { mediaOf, statusOf } from './messageJson';

/** A condition for each parameter of a query that filters. Parameters that are not set filter nothing. */
export type Filters<Item> = Record<string, (item: Item, value: string) => boolean>;

/** The items that meet every condition that the query sets. */
export function filtered<Item>(
	items: Item[],
	query: URLSearchParams,
	filters: Filters<Item>,
): Item[] {
	return items.filter((item) =>
		Object.entries(filters).every(([name, meets]) => {
			const value = query.get(name);
			return value === null || value === '' || meets(item, value);
		}),
	);
}

const sharedMessageFilters: Filters<KapsoMessage> = {
	conversation_id: ({ conversation }, value) => conversation.id === value,
	direction: ({ direction }, value) => direction === value,
	status: (message, value) => statusOf(message) === value,
};

/** Conditions for the messages of a number. @see https://docs.kapso.ai/api/meta/whatsapp/messages/list-messages */
export const numberMessageFilters: Filters<KapsoMessage> = {
	...sharedMessageFilters,
	since: ({ at }, value) => at >= Date.parse(value),
	until: ({ at }, value) => at <= Date.parse(value),
};

/** Conditions for the messages of all numbers. @see https://docs.kapso.ai/api/platform/v1/messages/list-messages */
export function messageFilters(simulator: SimulatorContext): Filters<KapsoMessage> {
	return {
		...sharedMessageFilters,
		phone_number_id: ({ conversation }, value) => conversation.phoneNumberId === value,
		phone_number: ({ conversation }, value) => isNumber(conversation, value),
		business_scoped_user_id: ({ conversation }, value) => conversation.customer.userId === value,
		message_type: ({ type }, value) => type === value,
		has_media: (message, value) =>
			(mediaOf(simulator, message) !== undefined) === (value === 'true'),
	};
}

/** Conditions for conversations, of the proxy and of the platform. */
export const conversationFilters: Filters<Conversation> = {
	phone_number_id: ({ phoneNumberId }, value) => phoneNumberId === value,
	status: ({ status }, value) => status === value,
	phone_number: isNumber,
	business_scoped_user_id: ({ customer }, value) => customer.userId === value,
	assigned_user_id: (conversation, value) => assigneeOf(conversation) === value,
	unassigned: (conversation, value) => value !== 'true' || assigneeOf(conversation) === undefined,
	created_after: ({ createdAt }, value) => createdAt >= Date.parse(value),
	created_before: ({ createdAt }, value) => createdAt <= Date.parse(value),
	last_active_after: ({ lastActiveAt }, value) => lastActiveAt >= Date.parse(value),
	last_active_before: ({ lastActiveAt }, value) => lastActiveAt <= Date.parse(value),
	last_active_since: ({ lastActiveAt }, value) => lastActiveAt >= Date.parse(value),
	last_active_until: ({ lastActiveAt }, value) => lastActiveAt <= Date.parse(value),
};

/** Who looks after a conversation now. */
export function assigneeOf({ assignments }: Conversation): string | undefined {
	return assignments.findLast(({ active }) => active)?.userId;
}

/** Part of the number, which has no plus. */
function isNumber({ customer }: Conversation, value: string): boolean {
	return customer.waId?.includes(value.trim()) === true;
}
