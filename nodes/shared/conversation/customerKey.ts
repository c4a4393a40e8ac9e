import type { Store } from '../../memory/store';
import { isUserId } from '../userId';
import { userKey } from '../userKey';
import { customerOfUserIdKey } from './conversationKeys';

/**
 * The key of a customer in the memory: that of the phone number, if it is known.
 * @param users all that identifies the customer. Not empty.
 */
export async function customerKeyIn(store: Store, users: readonly string[]): Promise<string> {
	const number = users.find((user) => !isUserId(user));
	if (number !== undefined) return userKey(number);
	const [userId = ''] = users;
	return (await store.get(customerOfUserIdKey(userId))) ?? userKey(userId);
}
