import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import {
	eventCustomerOf,
	eventNumberOf,
	isTrigger,
	receivedMessageOf,
} from '../../shared/triggerItem';
import type { EventNumber, ReceivedMessage } from '../../shared/triggerItem';
import type { FromTrigger } from '../parameters/valueParameters';
import { isTool } from '../isTool';

/** What reads the items and the executed triggers of a run. */
export type RunData = Pick<
	IExecuteFunctions,
	| 'getNode'
	| 'getInputData'
	| 'getParentNodes'
	| 'getChildNodes'
	| 'getExecuteData'
	| 'getWorkflowDataProxy'
>;

/** n8n's `$('name')`. */
interface EarlierNode {
	isExecuted: boolean;
	/** The items of an output of the last run. Throws if there are none. */
	all(output: number): INodeExecutionData[];
	/** The item that the current one comes from. Throws if n8n does not know it. */
	item: INodeExecutionData | undefined;
}

/**
 * Finds the business number that each item's customer wrote to.
 * @param wabaId the account in the credential. Numbers of another account don't count. Empty: those of any account do.
 */
export function numbersWrittenTo(
	context: RunData,
	wabaId: string,
): (itemIndex: number) => FromTrigger {
	return fromTrigger(context, (json) => idOf(eventNumberOf(json), wabaId));
}

/** Finds the customer who wrote each item, as a recipient. Those of another account's numbers don't count. */
export function customersWhoWrote(
	context: RunData,
	wabaId: string,
): (itemIndex: number) => FromTrigger {
	return fromTrigger(context, (json) =>
		idOf(eventNumberOf(json), wabaId) === undefined ? undefined : eventCustomerOf(json),
	);
}

/** Finds the messages with which the trigger started the execution, oldest first. That of the item itself is the last. */
export function messagesReceived(context: RunData): (itemIndex: number) => ReceivedMessage[] {
	const items = context.getInputData();
	let ofTriggers: ReceivedMessage[] | undefined;
	return (itemIndex) => {
		ofTriggers ??= executedTriggers(context).flatMap((name) =>
			outputOfNode(context, name).flatMap(({ json }) => receivedMessageOf(json) ?? []),
		);
		const own = receivedMessageOf(items[itemIndex]?.json);
		return own ? [...ofTriggers, own] : ofTriggers;
	};
}

/**
 * Reads something of the event that each item comes from: from the item itself if it has the form of the trigger's,
 * otherwise from the trigger that started the execution. Without such a trigger, the workflow is looked through once
 * per run and no expression is evaluated.
 */
function fromTrigger(
	context: RunData,
	read: (json: unknown) => string | undefined,
): (itemIndex: number) => FromTrigger {
	const items = context.getInputData();
	const own = (item: INodeExecutionData | undefined) => read(item?.json);
	let triggers: string[] | undefined;
	let known: string[] | undefined;

	function linked(itemIndex: number): string | undefined {
		// n8n links the item of a tool to the first item of the agent.
		if (isTool(context.getNode())) return undefined;
		for (const name of triggers ?? []) {
			try {
				const found = own(earlierNode(context, name, itemIndex).item);
				if (found !== undefined) return found;
			} catch {
				// n8n does not know which item this one comes from.
			}
		}
		return undefined;
	}

	return (itemIndex) => {
		const inItem = own(items[itemIndex]);
		if (inItem !== undefined) return inItem;
		triggers ??= executedTriggers(context);
		known ??= [...new Set(triggers.flatMap((name) => outputOfNode(context, name).map(own)))].filter(
			(found) => found !== undefined,
		);
		if (known.length < 2) return known[0];
		return linked(itemIndex) ?? { unclear: known.length };
	};
}

function idOf(number: EventNumber | undefined, wabaId: string): string | undefined {
	if (number === undefined) return undefined;
	const elsewhere = wabaId !== '' && number.wabaId !== null && number.wabaId !== wabaId;
	return elsewhere ? undefined : number.phoneNumberId;
}

/** The names of our triggers before this node that ran in this execution. */
export function executedTriggers(context: RunData): string[] {
	const node = context.getNode();
	const names = isTool(node) ? agentsOf(context) : [node.name];
	const parents = names.flatMap((name) => context.getParentNodes(name));
	const triggers = parents.filter((parent) => isTrigger(parent, node)).map(({ name }) => name);
	return [...new Set(triggers)].filter((name) => earlierNode(context, name, 0).isExecuted);
}

/** The agent that uses a tool: the node before the tool, or, with older agents, a node after it. */
function agentsOf(context: RunData): string[] {
	const before = context.getExecuteData().source?.main?.[0]?.previousNode;
	if (before === undefined) return [];
	return [before, ...context.getChildNodes(before).map(({ name }) => name)];
}

/** The items of the last run of a node. Empty if there was none. */
export function outputOfNode(context: RunData, name: string): INodeExecutionData[] {
	try {
		return earlierNode(context, name, 0).all(0);
	} catch {
		return [];
	}
}

function earlierNode(context: RunData, name: string, itemIndex: number): EarlierNode {
	const data = context.getWorkflowDataProxy(itemIndex) as unknown as {
		$(name: string): EarlierNode;
	};
	return data.$(name);
}
