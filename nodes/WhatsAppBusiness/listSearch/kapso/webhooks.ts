import type { INodeListSearchItems } from 'n8n-workflow';

import { scopeFields, webhooksPath } from '../../operations/kapsoWebhook/scope';
import { currentParameters } from '../currentParameters';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

export interface Webhook {
	id: string;
	url?: string;
	kind?: string;
}

/** https://docs.kapso.ai/api/platform/v1/webhooks/list-webhooks */
export const searchKapsoWebhooks = kapsoPicker<Webhook>({
	path: (context) => webhooksPath(currentParameters(context, scopeFields)),
	pages: 'number',
	item: webhookItem,
});

export function webhookItem({ id, url, kind }: Webhook): INodeListSearchItems {
	return { name: nameOf(url, kind) || id, value: id };
}
