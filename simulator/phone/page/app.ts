import type { PhoneChanges } from '../feed.js';
import { ChatList } from './chatList.js';
import { Conversation } from './conversation.js';
import { openCustomerForm } from './customerForm.js';
import { announce, byId, el, fill } from './dom.js';
import { Panel } from './panel.js';
import { preview } from './preview.js';
import { Store, type Chat, type ChatMessage } from './store.js';
import { startTheme } from './theme.js';

const store = new Store();
const app = byId('app');
let phoneNumberId = '';
/** Phone number or user ID of the customer whose chat to open, e.g. from `/phone/#16505551234`. */
let wanted: string | undefined = decodeURIComponent(location.hash.slice(1)) || undefined;

const conversation = new Conversation(store, byId('conversation'), {
	back: () => app.classList.remove('in-chat'),
	togglePanel: () => app.classList.toggle('panel-toggled'),
});
const panel = new Panel(store, byId('panel'), {
	phoneNumberId: () => phoneNumberId,
	close: () => app.classList.remove('panel-toggled'),
});
const chatList = new ChatList(store, open, () => show());

function open(chat: Chat): void {
	app.classList.add('in-chat');
	conversation.open(chat);
	show();
}

/** Redraws everything that changed. */
function show(): void {
	const found = wanted === undefined ? undefined : store.find(wanted, phoneNumberId);
	if (found) {
		wanted = undefined;
		({ phoneNumberId } = found);
		app.classList.add('in-chat');
		conversation.open(found);
	}
	const chats = store.chatsOf(phoneNumberId);
	const current = conversation.openChat;
	if (current?.phoneNumberId !== phoneNumberId && chats[0]) conversation.open(chats[0]);
	conversation.update();
	chatList.show(chats, conversation.openChat);
	showNumbers();
	panel.update();
	const unread = chats.reduce((sum, chat) => sum + store.unread(chat), 0);
	document.title = `${unread > 0 ? `(${unread}) ` : ''}Phone · WhatsApp simulator`;
}

let numbersMark = '';

/** One button per business number, with its unread messages. */
function showNumbers(): void {
	const numbers = store.sections.phoneNumbers.map((number) => {
		const chats = store.chatsOf(number.id);
		return { ...number, unread: chats.reduce((sum, chat) => sum + store.unread(chat), 0) };
	});
	const mark = JSON.stringify([numbers, phoneNumberId]);
	if (mark === numbersMark) return;
	numbersMark = mark;
	fill(
		byId('numbers'),
		...numbers.map(({ id, verifiedName, displayPhoneNumber, unread }) =>
			el(
				'button',
				{
					type: 'button',
					'aria-pressed': id === phoneNumberId ? 'true' : 'false',
					title: `${verifiedName}, ${displayPhoneNumber}`,
					onclick: () => {
						phoneNumberId = id;
						show();
						byId('numbers').querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
					},
				},
				el('span', {}, verifiedName),
				unread > 0 && id !== phoneNumberId
					? el('span', { class: 'dot' }, el('span', { class: 'hidden' }, ` ${unread} unread`))
					: null,
			),
		),
	);
}

/** Announces new messages to screen readers. Several at once are only counted. */
function announceNew(messages: ChatMessage[]): void {
	const [first] = messages;
	if (!first) return;
	const chat = store.chatOf(first);
	announce(
		messages.length > 1
			? `${messages.length} new messages`
			: `${store.businessName(first.phoneNumberId)} to ${store.nameOf(chat)}: ${preview(store, first)}`,
	);
}

let pendingFrame = 0;

function apply(changes: PhoneChanges): void {
	const before = conversation.openChat;
	announceNew(store.apply(changes));
	const numbers = store.sections.phoneNumbers;
	if (!numbers.some(({ id }) => id === phoneNumberId)) phoneNumberId = numbers[0]?.id ?? '';
	if (changes.reset && before) {
		conversation.open(store.chat(before.phoneNumberId, before.id, before.isGroup));
	}
	cancelAnimationFrame(pendingFrame);
	pendingFrame = requestAnimationFrame(show);
}

function listen(): void {
	const live = byId('live');
	const state = (text: string, isLive: boolean) => {
		live.textContent = text;
		live.classList.toggle('on', isLive);
	};
	const events = new EventSource('../control/events');
	events.addEventListener('open', () => state('Live', true));
	events.addEventListener('error', () => state('Connecting …', false));
	events.addEventListener('message', ({ data }: MessageEvent<string>) =>
		apply(JSON.parse(data) as PhoneChanges),
	);
}

startTheme(byId('theme') as HTMLButtonElement);
byId('new-customer').addEventListener('click', () =>
	openCustomerForm((userId) => {
		wanted = userId;
		show();
	}),
);
document.addEventListener('visibilitychange', show);
// Windows close and typing indicators end without an event.
setInterval(show, 1_000);
listen();
