import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IRunExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';

import { errorFromFailedDelivery } from '../../graphApi/errors/deliveryError';
import type { DeliveryError, DeliveryFailure } from '../../graphApi/errors/deliveryError';
import { windowClosedCode } from '../../shared/conversation/windowClosedCode';
import type { PendingQuestion } from './pendingQuestion';

/** Key of an item, beside `json`, with the `Failure`. */
const failureKey = 'failedQuestion';

const askAtAnyTime =
	"Ask with the response type 'Template Button': a template reaches people at any time.";

interface Failure extends IDataObject {
	/** A retry of the execution is another one, and asks again. */
	executionId: string;
	failure: DeliveryFailure & IDataObject;
}

/** The item with which n8n runs the node again after its question failed: what came in, with the failure beside it. */
export function failedItem(
	{ input }: PendingQuestion,
	waiting: INodeExecutionData | undefined,
	executionId: string,
	{ code, message, details }: DeliveryFailure,
): INodeExecutionData {
	const failed: Failure = { executionId, failure: { code, message, details } };
	return { ...waiting, json: input ?? waiting?.json ?? {}, [failureKey]: failed };
}

/** The error of the question that this execution has asked, if the node runs again because of it. */
export function failedQuestion(
	context: Pick<IExecuteFunctions, 'getExecutionId' | 'getInputData'>,
): DeliveryError | undefined {
	const failed = context.getInputData()[0]?.[failureKey] as Failure | undefined;
	if (failed?.executionId !== context.getExecutionId()) return undefined;
	const error = errorFromFailedDelivery(failed.failure);
	return failed.failure.code === windowClosedCode ? error.with({ todo: askAtAnyTime }) : error;
}

/**
 * Makes n8n run the node again when the execution continues. It has disabled the node, so that its items are passed on,
 * and a disabled node cannot fail. n8n has no function for this.
 * https://github.com/n8n-io/n8n/blob/n8n%402.0.0/packages/cli/src/webhooks/waiting-webhooks.ts
 * @returns whether it will.
 */
export function runNodeAgain(context: IWebhookFunctions): boolean {
	const { runExecutionData } = context as { runExecutionData?: IRunExecutionData };
	const node = runExecutionData?.executionData?.nodeExecutionStack[0]?.node;
	if (node === undefined) return false;
	node.disabled = false;
	return true;
}
