import type { AcceptedMessage } from '../../messages/message.js';
import type { CustomerJson } from '../../customers/customer.js';
import type {
	PhoneBusinessAppMessage,
	PhoneChanges,
	PhoneReceived,
	PhoneSections,
} from '../feed.js';
import type { TrafficSecond } from '../traffic.js';
import type { Content } from './wire.js';

/** A message in a chat, from either side. */
export interface ChatMessage {
	id: string;
	/** Milliseconds since 1970. */
	at: number;
	phoneNumberId: string;
	fromBusiness: boolean;
	/** What sent a message of the business, if not the app under test. */
	sentWith?: 'businessApp' | 'otherApp';
	/** Phone number or user ID of the customer who wrote or receives it. Not set for a message to a group. */
	customer?: string;
	groupId?: string;
	content: Content;
	statuses: AcceptedMessage['statuses'];
	/** Set on customers' messages only, as is the next. */
	readAt?: number;
	typingAt?: number;
	/** The webhook that reports it. Not set on messages through the API, which have statuses. */
	webhook?: PhoneReceived['webhook'];
	/** The newest reaction of each person; the key of the business is ''. The emoji of a removed reaction is empty. */
	reactions: Map<string, { emoji: string; at: number }>;
}

/** A conversation of one customer, or of a group, with one business number. */
export interface Chat {
	key: string;
	phoneNumberId: string;
	/** User ID or group ID. */
	id: string;
	isGroup: boolean;
	/** Oldest first, without reactions. */
	messages: ChatMessage[];
	/** When the user last looked at it. */
	seenAt: number;
}

const emptySections: PhoneSections = {
	phoneNumbers: [],
	appId: '',
	catalog: { id: '', name: '', productRetailerIds: [] },
	groups: [],
	flows: [],
	templates: [],
	settings: {} as PhoneSections['settings'],
	hosts: [],
	faults: [],
};

/** How long WhatsApp shows a typing indicator, unless a message arrives first. */
const typingMs = 25_000;

const dayMs = 86_400_000;

/** Everything the page knows about the simulator. */
export class Store {
	sections: PhoneSections = emptySections;
	readonly customers = new Map<string, CustomerJson>();
	readonly traffic = new Map<string, TrafficSecond>();
	/** Messages by wamid, including reactions. */
	readonly messages = new Map<string, ChatMessage>();
	private readonly chats = new Map<string, Chat>();
	private readonly userIds = new Map<string, string>();
	private readonly seen = readSeen();
	private saving?: ReturnType<typeof setTimeout>;

	/** Applies changes and returns the new messages from the business. */
	apply(changes: PhoneChanges): ChatMessage[] {
		const { reset = false, customers = [], traffic = [] } = changes;
		const { sent = [], received = [], businessApp = [] } = changes;
		if (reset) this.forget();
		this.sections = { ...this.sections, ...changes };
		for (const customer of customers) {
			this.customers.set(customer.userId, customer);
			this.userIds.set(customer.userId, customer.userId);
			if (customer.waId) this.userIds.set(customer.waId, customer.userId);
		}
		const newMessages: ChatMessage[] = [];
		const reactions: ChatMessage[] = [];
		for (const message of [
			...received.map(fromCustomer),
			...sent.map((message) => throughApi(message, this.sections.appId)),
			...businessApp.map(fromBusinessApp),
		]) {
			const { chat, isNew } = this.put(message);
			if (message.content.type === 'reaction') reactions.push(message);
			else if (isNew && message.fromBusiness && !reset) newMessages.push(message);
			if (isNew && !message.fromBusiness) this.markSeen(chat, message.at);
		}
		for (const reaction of reactions.sort((a, b) => a.at - b.at)) this.react(reaction);
		for (const second of traffic) {
			this.traffic.set(`${second.phoneNumberId} ${second.second}`, second);
		}
		return newMessages;
	}

	/** The chats of a business number, newest first. Customers without messages appear under every number. */
	chatsOf(phoneNumberId: string): Chat[] {
		const talking = new Set<string>();
		for (const chat of this.chats.values()) if (chat.messages.length > 0) talking.add(chat.id);
		const silent = [...this.customers.keys()].filter((userId) => !talking.has(userId));
		for (const userId of silent) this.chat(phoneNumberId, userId, false);
		for (const group of this.sections.groups) {
			if (group.phoneNumberId === phoneNumberId) this.chat(phoneNumberId, group.id, true);
		}
		return [...this.chats.values()]
			.filter((chat) => chat.phoneNumberId === phoneNumberId)
			.filter((chat) => chat.messages.length > 0 || chat.isGroup || !talking.has(chat.id))
			.sort((a, b) => lastAt(b) - lastAt(a));
	}

	/**
	 * The chat of a customer with one of the business numbers.
	 * @param customer phone number or user ID.
	 * @param phoneNumberId the number whose chat comes first when several have one.
	 */
	find(customer: string, phoneNumberId: string): Chat | undefined {
		const id = this.userIdOf(customer);
		const others = this.sections.phoneNumbers.filter((number) => number.id !== phoneNumberId);
		const numbers = [phoneNumberId, ...others.map((number) => number.id)];
		return numbers.flatMap((number) => this.chatsOf(number)).find((chat) => chat.id === id);
	}

	chat(phoneNumberId: string, id: string, isGroup: boolean): Chat {
		const key = `${phoneNumberId} ${id}`;
		const known = this.chats.get(key);
		if (known) return known;
		const chat = { key, phoneNumberId, id, isGroup, messages: [], seenAt: this.seen[key] ?? 0 };
		this.chats.set(key, chat);
		return chat;
	}

	/** The chat a message is in. */
	chatOf({ phoneNumberId, groupId, customer = '' }: ChatMessage): Chat {
		return groupId
			? this.chat(phoneNumberId, groupId, true)
			: this.chat(phoneNumberId, this.userIdOf(customer), false);
	}

	nameOf({ id, isGroup }: Chat): string {
		if (isGroup) return this.sections.groups.find((group) => group.id === id)?.subject ?? id;
		return this.personName(id);
	}

	/** The profile name for a phone number or user ID. The number itself if the customer has no name. */
	personName(key: string): string {
		const { profileName = key, waId } = this.customers.get(this.userIdOf(key)) ?? {};
		return waId && profileName === `Customer ${waId}` ? `+${waId}` : profileName;
	}

	businessName(phoneNumberId: string): string {
		const number = this.sections.phoneNumbers.find(({ id }) => id === phoneNumberId);
		return number?.verifiedName ?? phoneNumberId;
	}

	/** User ID for a phone number in digits or a user ID. */
	userIdOf(key: string): string {
		return this.userIds.get(key) ?? key;
	}

	/** Number of messages from the business since the user last looked at the chat. */
	unread({ messages, seenAt }: Chat): number {
		let count = 0;
		for (let index = messages.length - 1; index >= 0; index -= 1) {
			const message = messages[index];
			if (!message || message.at <= seenAt) break;
			if (message.fromBusiness && !failureOf(message)) count += 1;
		}
		return count;
	}

	/** Records that the user looked at the chat. */
	markSeen(chat: Chat, at = Date.now()): void {
		if (at <= chat.seenAt) return;
		chat.seenAt = at;
		this.seen[chat.key] = at;
		clearTimeout(this.saving);
		this.saving = setTimeout(() => {
			sessionStorage.setItem(seenKey, JSON.stringify(this.seen));
		}, 300);
	}

	/** When the customer service window closes. Undefined if it is closed. */
	windowUntil({ id, phoneNumberId }: Chat): number | undefined {
		const lastWroteAt = this.customers.get(id)?.lastWroteAt[phoneNumberId];
		if (lastWroteAt === undefined) return undefined;
		return future(lastWroteAt + this.sections.settings.customerServiceWindowMs);
	}

	/** Until when messages to a customer who came from an ad are free. Undefined if they are not. */
	freeUntil({ id, phoneNumberId }: Chat): number | undefined {
		return future(this.customers.get(id)?.freeUntil[phoneNumberId]);
	}

	/** Whether the customer has stopped marketing messages in this chat. */
	hasStoppedMarketing({ id, phoneNumberId }: Chat): boolean {
		return this.customers.get(id)?.stoppedMarketing.includes(phoneNumberId) ?? false;
	}

	/** When somebody last wrote for the business in another app. Undefined if that is a day ago. */
	personRepliedAt({ messages }: Chat): number | undefined {
		const last = messages.findLast(({ sentWith }) => sentWith !== undefined);
		return last && Date.now() - last.at < dayMs ? last.at : undefined;
	}

	isTyping({ messages }: Chat): boolean {
		for (let index = messages.length - 1; index >= 0; index -= 1) {
			const message = messages[index];
			if (!message || message.fromBusiness) return false;
			if (message.typingAt !== undefined) return Date.now() - message.typingAt < typingMs;
		}
		return false;
	}

	private put(message: ChatMessage): { chat: Chat; isNew: boolean } {
		const known = this.messages.get(message.id);
		const chat = this.chatOf(message);
		if (known) {
			Object.assign(known, { ...message, reactions: known.reactions });
			return { chat, isNew: false };
		}
		this.messages.set(message.id, message);
		if (message.content.type !== 'reaction') insert(chat.messages, message);
		return { chat, isNew: true };
	}

	/** A reaction to an unknown message becomes a message, so that its failure is visible. */
	private react(reaction: ChatMessage): void {
		const { message_id = '', emoji = '' } = reaction.content.reaction ?? {};
		const target = this.messages.get(message_id);
		if (!target) {
			const { messages } = this.chatOf(reaction);
			if (!messages.includes(reaction)) insert(messages, reaction);
			return;
		}
		const who = reaction.fromBusiness ? '' : (reaction.customer ?? '');
		const known = target.reactions.get(who);
		if ((known?.at ?? 0) > reaction.at || failureOf(reaction)) return;
		target.reactions.set(who, { emoji, at: reaction.at });
	}

	private forget(): void {
		this.sections = emptySections;
		this.customers.clear();
		this.userIds.clear();
		this.traffic.clear();
		this.messages.clear();
		this.chats.clear();
	}
}

/** The last reported status. */
export function statusOf({
	statuses,
}: ChatMessage): AcceptedMessage['statuses'][number] | undefined {
	return statuses.at(-1);
}

/** The failed status of a message, if there is one. */
export function failureOf({
	statuses,
}: ChatMessage): AcceptedMessage['statuses'][number] | undefined {
	return statuses.find(({ status }) => status === 'failed');
}

/** When something last happened in a chat. */
export function lastAt({ messages }: Chat): number {
	return messages.at(-1)?.at ?? 0;
}

function future(at: number | undefined): number | undefined {
	return at !== undefined && at > Date.now() ? at : undefined;
}

function throughApi(message: AcceptedMessage, ownAppId: string): ChatMessage {
	const { id, acceptedAt, phoneNumberId, recipient, statuses } = message;
	const content = message.body as Content;
	const isGroup = content.recipient_type === 'group';
	return {
		id,
		at: acceptedAt,
		phoneNumberId,
		fromBusiness: true,
		...(message.appId !== ownAppId && { sentWith: 'otherApp' as const }),
		...(isGroup ? { groupId: recipient } : { customer: recipient }),
		content: { ...content, type: content.type ?? (content.interactive ? 'interactive' : 'text') },
		statuses,
		reactions: new Map(),
	};
}

function fromBusinessApp(message: PhoneBusinessAppMessage): ChatMessage {
	const { id, sentAt, phoneNumberId, recipient, content, webhook } = message;
	return {
		id,
		at: sentAt,
		phoneNumberId,
		fromBusiness: true,
		sentWith: 'businessApp',
		customer: recipient,
		content: content,
		statuses: [],
		webhook,
		reactions: new Map(),
	};
}

function fromCustomer(received: PhoneReceived): ChatMessage {
	const { id, at, phoneNumberId, from, readAt, typingAt, webhook } = received;
	const content = received.message as Content;
	return {
		id,
		at,
		phoneNumberId,
		fromBusiness: false,
		customer: from,
		groupId: content.group_id,
		content,
		statuses: [],
		readAt,
		typingAt,
		webhook,
		reactions: new Map(),
	};
}

/** Inserts a message by time, nearly always at the end. */
function insert(messages: ChatMessage[], message: ChatMessage): void {
	let index = messages.length;
	while (index > 0 && (messages[index - 1]?.at ?? 0) > message.at) index -= 1;
	messages.splice(index, 0, message);
}

const seenKey = 'phone.seenAt';

function readSeen(): Record<string, number> {
	try {
		return JSON.parse(sessionStorage.getItem(seenKey) ?? '{}') as Record<string, number>;
	} catch {
		return {};
	}
}
