import type { Store } from '../../memory/store';
import { isUserId } from '../userId';
import { userKey } from '../userKey';
import {
	collectedKey,
	collectionName,
	collectionWayKey,
	scopesWith,
	wayPrefix,
} from './collectionKeys';
import {
	conversationKey,
	conversationsPrefix,
	customerOfUserIdKey,
	customersPrefix,
} from './conversationKeys';
import type { ConversationPart } from './conversationKeys';
import type { Customer } from './conversations';
import { customerKeyIn } from './customerKey';
import { RememberedTexts } from './rememberedTexts';

/** What can be remembered of a customer, and is deleted. */
export type Forgettable =
	'lastMessages' | 'pause' | 'preference' | 'texts' | 'collectedMessages' | 'userId';

const partNames: ReadonlyArray<readonly [ConversationPart, Forgettable]> = [
	['in', 'lastMessages'],
	['out', 'lastMessages'],
	['paused', 'pause'],
	['optedOut', 'preference'],
];

/**
 * Deletes all that can be found by the customer, under whichever name.
 * @returns what there was.
 */
export async function forgetCustomer(
	store: Store,
	{ phoneNumberId, users }: Customer,
): Promise<Forgettable[]> {
	const key = await customerKeyIn(store, users);
	const userIds = [...(await store.entries(customersPrefix))]
		.filter(([, customer]) => customer === key)
		.map(([userIdKey]) => userIdKey.slice(customersPrefix.length));
	const keys = new Set([key, ...users.filter(isUserId).map(userKey), ...userIds]);
	const deleted = new Set<Forgettable>();
	for (const customer of keys) {
		for (const [part, name] of partNames) {
			const partKey = conversationKey(phoneNumberId, customer, part);
			if ((await store.get(partKey)) === undefined) continue;
			deleted.add(name);
			await store.delete(partKey);
		}
		const name = collectionName(phoneNumberId, customer);
		const ways = (await store.entries(wayPrefix)).keys();
		for (const scope of scopesWith(name, ways)) {
			deleted.add('collectedMessages');
			await store.delete(collectedKey(scope, name));
			await store.delete(collectionWayKey(scope, name));
		}
	}
	if (await new RememberedTexts(store).forget(phoneNumberId, keys)) deleted.add('texts');
	// Another number still needs it to find what it remembers.
	if (userIds.length > 0 && !(await isKnownElsewhere(store, keys))) {
		deleted.add('userId');
		await Promise.all(userIds.map((userId) => store.delete(customerOfUserIdKey(userId))));
	}
	return [...deleted];
}

async function isKnownElsewhere(store: Store, customers: ReadonlySet<string>): Promise<boolean> {
	const conversations = await store.entries(conversationsPrefix);
	return [...conversations.keys()].some((key) => customers.has(key.split(':')[2] ?? ''));
}
