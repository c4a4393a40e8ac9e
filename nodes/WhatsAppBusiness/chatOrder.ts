import type { OperationRequest } from './operation';

/**
 * Does the work for one recipient one after the other, in the order it was handed in: a chat reads wrong
 * otherwise. While one recipient has to wait, the work for others goes on.
 */
export class ChatOrder {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * @param request says whose turn it is; one without a recipient need not wait.
	 * @throws whatever `work` throws; the next in the chat goes on all the same.
	 */
	async inTurn<Result>(
		request: Pick<OperationRequest, 'countsFor'> | undefined,
		work: () => Promise<Result>,
	): Promise<Result> {
		const { countsFor } = request ?? {};
		if (!countsFor?.recipient) return await work();
		const chat = `${countsFor.phoneNumberId} ${countsFor.recipient}`;
		const own = (this.last.get(chat) ?? Promise.resolve()).then(work);
		const ended = own.catch(() => undefined);
		this.last.set(chat, ended);
		try {
			return await own;
		} finally {
			if (this.last.get(chat) === ended) this.last.delete(chat);
		}
	}
}
