import type {
	IRunExecutionData,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { ownSecretsOf } from '../../../graphApi/hosts';
import { asObjects, getPath } from '../../../graphApi/coerce';
import { parseJson } from '../../../graphApi/json';
import { memoryOf } from '../../../memory/memoryOf';
import { readCredential } from '../../../shared/credential';
import type { DeliveryReport, DeliveryReportsResult } from '../../../shared/deliveryReports';
import { readOwnDelivery } from '../readOwnDelivery';
import { runNodeAgain } from '../failedQuestion';
import { isOver, withDeliveries, withReports } from './awaitedMessages';
import type { PendingDeliveries } from './awaitedMessages';
import { itemsToSave } from './savedDeliveries';

/**
 * Milliseconds for which nobody else takes what is new. n8n needs a moment to store that an execution has resumed; if it
 * ends before, another try succeeds afterwards.
 */
const storingTime = 30_000;

/**
 * Receives from the trigger what has become of the messages. If all is known, the execution continues. Otherwise the
 * node stores what is known: if the time is over, n8n passes on what is stored.
 */
export async function receiveReports(
	context: IWebhookFunctions,
	stored: PendingDeliveries,
): Promise<IWebhookResponseData> {
	// What an expression gives is no plain object.
	const pending = JSON.parse(JSON.stringify(stored)) as PendingDeliveries;
	const credential = await readCredential(context);
	const secrets = ownSecretsOf(credential);
	const delivery = await readOwnDelivery(context, secrets);
	if ('refusal' in delivery) return respond(context, 401, notTaken);
	const body = parseJson(delivery.body.toString('utf8'));
	const reports = asObjects(getPath(body, 'deliveries') as DeliveryReport[] | undefined);
	const now = withReports(pending, reports, { node: context.getNode(), secrets });
	if (isSame(pending, now)) return respond(context, 200, notTaken);

	const claim = `deliveryRound:${pending.executionId}:${pending.id}:${pending.round}`;
	// n8n would resume the execution twice with two requests at the same moment, in whichever process.
	const other = await memoryOf(credential).claim(claim, '1', storingTime);
	// As n8n says it while an execution runs: the trigger tries again.
	if (other !== undefined) return respond(context, 409, notTaken);
	const items = withDeliveries(waitingItems(context), now.messages);
	if (isOver(now)) {
		return {
			...respond(context, 200, { resumed: true, isOver: true }),
			workflowData: [items],
		};
	}
	if (!runNodeAgain(context)) return respond(context, 200, notTaken);
	return { ...respond(context, 200, { resumed: true }), workflowData: [itemsToSave(items, now)] };
}

const notTaken: DeliveryReportsResult = { resumed: false };

function isSame(one: PendingDeliveries, other: PendingDeliveries): boolean {
	return one.messages.every(({ delivery }, index) => delivery === other.messages[index]?.delivery);
}

/** The items that came out of the node when it began to wait. n8n has no function for this. */
function waitingItems(context: IWebhookFunctions): INodeExecutionData[] {
	const { runExecutionData } = context as { runExecutionData?: IRunExecutionData };
	return runExecutionData?.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? [];
}

function respond(
	context: IWebhookFunctions,
	status: number,
	result: DeliveryReportsResult,
): IWebhookResponseData {
	context.getResponseObject().status(status).json(result);
	return { noWebhookResponse: true };
}
