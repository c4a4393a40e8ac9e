import type { INodeParameters } from 'n8n-workflow';

import { credentialFor } from './credential';
import { TriggerHost } from './triggerHost';

/** A trigger that runs in several processes. */
export interface TriggerJob {
	/** URL of the simulator. */
	url: string;
	nodeId: string;
	/** Of the trigger, which has the same in all processes. */
	parameters: INodeParameters;
	/** Whether n8n never responds to a request that starts an execution. */
	isStuck?: boolean;
	/** Of n8n. By default that of the process. */
	publicUrl?: string;
	/** In the credential. */
	redisUrl?: string;
	/** Whether this process of n8n publishes it. */
	isPublished?: boolean;
}

/** The parameters of a trigger that collects messages. */
export function collecting(settings: INodeParameters): INodeParameters {
	return {
		...{ events: ['messages'], registration: 'byHand' },
		triggerOptions: { collectMessages: { settings } },
	};
}

/** Starts the trigger in this process. */
export async function startTrigger({
	url,
	nodeId,
	parameters,
	isStuck,
	publicUrl,
	redisUrl = '',
	isPublished,
}: TriggerJob): Promise<TriggerHost> {
	const credential = () => credentialFor(url, { redisUrl });
	const host = await TriggerHost.start({ credential, nodeId, publicUrl, parameters });
	if (isStuck) host.beforeResponse = () => new Promise(() => undefined);
	if (isPublished) await host.activate();
	return host;
}
