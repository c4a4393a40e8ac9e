import type { IDataObject, INode } from 'n8n-workflow';

import { errorFromFailedDelivery } from '../../../graphApi/errors/deliveryError';
import type { DeliveryReport } from '../../../shared/deliveryReports';
import { errorDetails, nodeError } from '../../../shared/nodeErrors';
import type { AwaitedStatus } from '../../../shared/replyToken';

/** What has become of a message, in the output under `delivery`. */
export interface Delivery extends IDataObject {
	/** What was waited for, or how the wait has ended without it. */
	status: AwaitedStatus | 'failed' | 'timedOut';
	/** Whether it has arrived. What was read, has. */
	delivered: boolean;
	read: boolean;
	/** When `status` came about, ISO 8601, UTC. Null if the time was over. */
	at: string | null;
	/** Why it was not delivered, as the item of a message that was not accepted says it. */
	error: IDataObject | null;
}

/** A message until something is known. If the wait ends now, this is the outcome. */
export const unknownDelivery: Delivery = {
	status: 'timedOut',
	delivered: false,
	read: false,
	at: null,
	error: null,
};

/** Whether the message is waited for no longer. */
export function isSettled({ status }: Delivery): boolean {
	return status !== 'timedOut';
}

/**
 * What is known with one more report. Statuses come in any order and more than once: what is settled stays.
 * @param node for the error.
 * @returns the same object if nothing has changed.
 */
export function withReport(
	known: Delivery,
	{ status, at, failure }: DeliveryReport,
	awaits: AwaitedStatus,
	node: INode,
): Delivery {
	if (isSettled(known)) return known;
	if (status === 'failed') return { ...known, status, at, error: errorOf(failure, node) };
	const isRead = status === 'read';
	if (isRead || awaits === 'delivered') {
		return { ...known, status: awaits, delivered: true, read: isRead, at };
	}
	return known.delivered ? known : { ...known, delivered: true };
}

function errorOf(failure: DeliveryReport['failure'], node: INode): IDataObject {
	const error = errorFromFailedDelivery(failure ?? { code: null, message: null, details: null });
	return errorDetails(nodeError(error, node), error);
}
