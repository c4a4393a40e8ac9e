import type { INodeParameters } from 'n8n-workflow';

import { credentialFor } from './credential';
import { TriggerHost } from './triggerHost';

export interface CollectJob {
	/** URL of the simulator. */
	url: string;
	nodeId: string;
	/** Of the option. */
	settings: INodeParameters;
	/** Whether n8n never responds to a request that starts an execution. */
	isStuck?: boolean;
	/** Of n8n. By default that of the process. */
	publicUrl?: string;
	/** In the credential. */
	redisUrl?: string;
}

/** The parameters of the trigger, which has the same in all processes. */
const collecting = (settings: INodeParameters) => ({
	...{ events: ['messages'], registration: 'byHand' },
	triggerOptions: { collectMessages: { settings } },
});

/** Starts the trigger in this process. */
export async function startCollecting({
	url,
	nodeId,
	settings,
	isStuck,
	publicUrl,
	redisUrl = '',
}: CollectJob): Promise<TriggerHost> {
	const host = await TriggerHost.start({
		...{ credential: () => credentialFor(url, { redisUrl }), nodeId, publicUrl },
		parameters: collecting(settings),
	});
	if (isStuck) host.beforeResponse = () => new Promise(() => undefined);
	return host;
}
