import type { AcceptedMessage } from '../../messages/message.js';
import type { PhoneChanges, PhoneCustomer, PhoneReceived, PhoneSections } from '../feed.js';
import type { TrafficSecond } from '../traffic.js';
import type { Content } from './wire.js';

/** A message in a chat, whoever wrote it. */
export interface ChatMessage {
	id: string;
	/** Milliseconds since 1970. */
	at: number;
	phoneNumberId: string;
	fromBusiness: boolean;
	/** Phone number or user ID of the customer who wrote it or gets it; not there for one to a group. */
	customer?: string;
	groupId?: string;
	content: Content;
	statuses: AcceptedMessage['statuses'];
	/** Of a customer's message. */
	readAt?: number;
	typingAt?: number;
	webhook?: PhoneReceived['webhook'];
	/** The newest of everyone who reacted; the business is ''. An emoji that was taken back is empty. */
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
	/** When it was last looked at. */
	seenAt: number;
}

const emptySections: PhoneSections = {
	phoneNumbers: [],
	catalog: { id: '', name: '', productRetailerIds: [] },
	groups: [],
	flows: [],
	templates: [],
	settings: {} as PhoneSections['settings'],
	faults: [],
};

/** How long WhatsApp shows that somebody is typing, unless a message comes first. */
const typingMs = 25_000;

/** Everything the page knows of the simulator. */
export class Store {
	sections: PhoneSections = emptySections;
	readonly customers = new Map<string, PhoneCustomer>();
	readonly traffic = new Map<string, TrafficSecond>();
	/** Messages by wamid, reactions too. */
	readonly messages = new Map<string, ChatMessage>();
	private readonly chats = new Map<string, Chat>();
	private readonly userIds = new Map<string, string>();
	private readonly seen = readSeen();
	private saving?: ReturnType<typeof setTimeout>;

	/** Takes in what changed and tells which messages of the business are new. */
	apply(changes: PhoneChanges): ChatMessage[] {
		const { reset = false, customers = [], sent = [], received = [], traffic = [] } = changes;
		if (reset) this.forget();
		this.sections = { ...this.sections, ...changes };
		for (const customer of customers) {
			this.customers.set(customer.userId, customer);
			this.userIds.set(customer.userId, customer.userId);
			if (customer.waId) this.userIds.set(customer.waId, customer.userId);
		}
		const news: ChatMessage[] = [];
		const reactions: ChatMessage[] = [];
		for (const message of [...received.map(fromCustomer), ...sent.map(fromBusiness)]) {
			const { chat, isNew } = this.put(message);
			if (message.content.type === 'reaction') reactions.push(message);
			else if (isNew && message.fromBusiness && !reset) news.push(message);
			if (isNew && !message.fromBusiness) this.look(chat, message.at);
		}
		for (const reaction of reactions.sort((a, b) => a.at - b.at)) this.react(reaction);
		for (const second of traffic) {
			this.traffic.set(`${second.phoneNumberId} ${second.second}`, second);
		}
		return news;
	}

	/** The conversations with a business number, the newest first; customers who never wrote are in all of them. */
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

	/** The profile name of a phone number or user ID; the number itself for those nobody named. */
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

	/** How many messages of the business came since the chat was last looked at. */
	unread({ messages, seenAt }: Chat): number {
		let count = 0;
		for (let index = messages.length - 1; index >= 0; index -= 1) {
			const message = messages[index];
			if (!message || message.at <= seenAt) break;
			if (message.fromBusiness && !failureOf(message)) count += 1;
		}
		return count;
	}

	/** Notes that somebody looked at the chat. */
	look(chat: Chat, at = Date.now()): void {
		if (at <= chat.seenAt) return;
		chat.seenAt = at;
		this.seen[chat.key] = at;
		clearTimeout(this.saving);
		this.saving = setTimeout(() => {
			sessionStorage.setItem(seenKey, JSON.stringify(this.seen));
		}, 300);
	}

	/** Milliseconds the customer service window stays open; 0 when it is closed. */
	windowLeft({ id, phoneNumberId }: Chat): number {
		const lastWroteAt = this.customers.get(id)?.lastWroteAt[phoneNumberId];
		if (lastWroteAt === undefined) return 0;
		return Math.max(0, lastWroteAt + this.sections.settings.customerServiceWindowMs - Date.now());
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

	/** A reaction to a message nobody knows stays a message of its own, so that its failure can be seen. */
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

/** The last status that was reported. */
export function statusOf({
	statuses,
}: ChatMessage): AcceptedMessage['statuses'][number] | undefined {
	return statuses.at(-1);
}

/** Why a message of the business did not arrive. */
export function failureOf({
	statuses,
}: ChatMessage): AcceptedMessage['statuses'][number] | undefined {
	return statuses.find(({ status }) => status === 'failed');
}

/** When something last happened in a chat. */
export function lastAt({ messages }: Chat): number {
	return messages.at(-1)?.at ?? 0;
}

function fromBusiness(message: AcceptedMessage): ChatMessage {
	const { id, acceptedAt, phoneNumberId, recipient, statuses } = message;
	const content = message.body as Content;
	const isGroup = content.recipient_type === 'group';
	return {
		id,
		at: acceptedAt,
		phoneNumberId,
		fromBusiness: true,
		...(isGroup ? { groupId: recipient } : { customer: recipient }),
		content: { ...content, type: content.type ?? (content.interactive ? 'interactive' : 'text') },
		statuses,
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

/** Puts a message where its time belongs, which is nearly always the end. */
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
