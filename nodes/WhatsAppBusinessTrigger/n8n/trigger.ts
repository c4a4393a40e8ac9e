import type { IHookFunctions, INode, IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import { digestOf } from '../../shared/digestOf';

/** Returns a function that writes an error to n8n's log, with the name of the node. */
export function logError(context: IHookFunctions | IWebhookFunctions): (what: string) => void {
	return (what) => context.logger.error(logLine(context, what));
}

function logLine(context: IHookFunctions | IWebhookFunctions, what: string): string {
	return `'${nodeOf(context).name}': ${what}`;
}

/** Milliseconds. */
const minute = 60_000;

const lastLogged = processState(() => new Map<string, { text: string; at: number }>());

/** Like `logError`, for what can happen again and again: the same text at most once a minute. */
export function logRarely(
	context: IHookFunctions | IWebhookFunctions,
): (what: string, level?: 'error' | 'warn' | 'info') => void {
	return (what, level = 'error') => {
		const last = lastLogged().get(triggerKey(context));
		if (last?.text === what && Date.now() - last.at < minute) return;
		lastLogged().set(triggerKey(context), { text: what, at: Date.now() });
		context.logger[level](logLine(context, what));
	};
}

/** The message of an error, for the log. */
export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : 'unknown error';
}

/** Whether this is a test run in the editor. */
export function isTestRun(context: IWebhookFunctions): boolean {
	return context.getMode() === 'manual';
}

/** The trigger. Not to be changed. */
export const nodeOf = oncePerContext((context): Readonly<INode> => context.getNode());

/** Identifies a trigger among all triggers of this n8n instance. */
export const triggerKey = oncePerContext(
	(context) => `${String(context.getWorkflow().id)}/${nodeOf(context).id}`,
);

/**
 * Identifies a trigger among those of all n8n instances: several may share one Redis, and copies of a workflow have the
 * same IDs. All processes of an instance get the same.
 */
export const memoryScope = oncePerContext((context) =>
	digestOf(`${context.getInstanceId()} ${triggerKey(context)}`),
);

/** Each step of a delivery asks for the same, and n8n copies the node whenever it is asked for it. */
function oncePerContext<Value>(
	read: (context: IHookFunctions | IWebhookFunctions) => Value,
): (context: IHookFunctions | IWebhookFunctions) => Value {
	const known = new WeakMap<object, Value>();
	return (context) => {
		const value = known.get(context) ?? read(context);
		known.set(context, value);
		return value;
	};
}
