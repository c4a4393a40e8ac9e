import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { DeliveryReport } from '../../../shared/deliveryReports';
import { openReplyToken } from '../../../shared/replyToken';
import type { AwaitedStatus } from '../../../shared/replyToken';
import type { Delivery } from './delivery';
import { isSettled, unknownDelivery, withReport } from './delivery';

/** A message that was sent. */
export interface AwaitedMessage extends IDataObject {
	/** Index of the item that came in, which its token has. */
	item: number;
	/** Index of its item in the output. */
	position: number;
	delivery: Delivery;
}

/** The messages of an execution that waits until all are settled, as it stores them. */
export interface PendingDeliveries extends IDataObject {
	responseType: 'delivery';
	executionId: string;
	/** In the tokens. */
	id: string;
	awaits: AwaitedStatus;
	/** When the wait ends, in Unix milliseconds. */
	until: number;
	/** How often the execution has stored what was new. */
	round: number;
	messages: AwaitedMessage[];
}

export function isOver({ messages }: PendingDeliveries): boolean {
	return messages.every(({ delivery }) => isSettled(delivery));
}

/**
 * The messages in the output of a run. Nothing is known of them.
 * @param outputs the items of the output of each item.
 * @param isSent whether an item was sent.
 */
export function awaitedIn(
	outputs: readonly INodeExecutionData[][],
	isSent: (item: number) => boolean,
): AwaitedMessage[] {
	let position = 0;
	return outputs.flatMap((output, item) => {
		const first = position;
		position += output.length;
		return isSent(item) ? [{ item, position: first, delivery: unknownDelivery }] : [];
	});
}

/** The items of the output with the delivery of their messages. */
export function withDeliveries(
	items: readonly INodeExecutionData[],
	messages: readonly AwaitedMessage[],
): INodeExecutionData[] {
	const deliveries = new Map(messages.map(({ position, delivery }) => [position, delivery]));
	return items.map((item, position) => {
		const delivery = deliveries.get(position);
		return delivery === undefined ? item : { ...item, json: { ...item.json, delivery } };
	});
}

/** The item of a message that was not sent on purpose: it has no delivery, whatever the input has. */
export function withoutDelivery(item: INodeExecutionData): INodeExecutionData {
	return { ...item, json: { ...item.json, delivery: null } };
}

/** What the messages have become with these reports. Reports that are not about them change nothing. */
export function withReports(
	pending: PendingDeliveries,
	reports: readonly DeliveryReport[],
	{ node, secrets }: { node: INode; secrets: readonly string[] },
): PendingDeliveries {
	const known = new Map(pending.messages.map((message) => [message.item, message]));
	for (const report of reports) {
		const users = [report.from, report.userId].filter((user) => typeof user === 'string');
		const payload = openReplyToken(report.token, users, secrets)?.payload;
		const message = known.get(payload?.choice ?? -1);
		const isOurs = payload?.questionId === pending.id && payload.nodeId === node.id;
		if (!isOurs || payload.awaits !== pending.awaits || message === undefined) continue;
		const delivery = withReport(message.delivery, report, pending.awaits, node);
		known.set(message.item, { ...message, delivery });
	}
	return { ...pending, messages: [...known.values()] };
}
