import { processState } from '../graphApi/processState';

/** A published trigger of this n8n process. */
export interface PublishedTrigger {
	workflowId: string;
	workflow: string;
	node: string;
	/** The Meta app whose webhooks it receives, '' if unknown. */
	appId: string;
	/** What Meta must send for it to work. */
	needs: readonly FieldNeed[];
	/** Whether it knows enough from what other triggers receive, so that one of them may take its registration. */
	yields?: boolean;
}

/** Webhook fields of Meta that something in the trigger needs. */
export interface FieldNeed {
	/** The name of that in the editor: 'Events', or an option. */
	neededBy: string;
	fields: string[];
}

/** The end of a trigger's callback URL, after the webhook ID of the node. */
export const triggerPath = 'webhook';

/** By the end of their webhook URLs. n8n publishes all triggers in one process, again after each start. */
const published = processState(() => new Map<string, PublishedTrigger>());

/** Remembers a trigger while its workflow is published. */
export function addPublished(webhookUrl: string, trigger: PublishedTrigger): void {
	published().set(nodePart(webhookUrl), trigger);
}

/** Forgets a trigger whose workflow is unpublished. */
export function removePublished(webhookUrl: string): void {
	published().delete(nodePart(webhookUrl));
}

/** The published trigger with this webhook URL, if it is one of this process. */
export function publishedTrigger(webhookUrl: string): PublishedTrigger | undefined {
	return URL.canParse(webhookUrl) ? published().get(nodePart(webhookUrl)) : undefined;
}

/** The published triggers of this process that receive webhooks of a Meta app. */
export function publishedTriggersOf(appId: string): PublishedTrigger[] {
	return [...published().values()].filter((trigger) => trigger.appId === appId);
}

/** Whether a URL has the form of a trigger's callback URL. Others of n8n are those of its node Webhook. */
export function isTriggerUrl(url: string): boolean {
	return URL.canParse(url) && new URL(url).pathname.endsWith(`/${triggerPath}`);
}

/** A webhook URL of n8n ends in the webhook ID of the node and the path in its description. */
export function nodePart(url: string): string {
	return new URL(url).pathname.split('/').slice(-2).join('/');
}
