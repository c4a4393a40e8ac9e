import type { ILoadOptionsFunctions, INode, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { workflowTimezone } from '../cases/requestCase';

type EditorHost = Pick<
	ILoadOptionsFunctions,
	'getCredentials' | 'getNode' | 'getCurrentNodeParameters' | 'getTimezone'
>;

/** The part of n8n's context that lists and resource mappers use to load. */
export function editorWith(
	credential: CredentialData,
	parameters: INodeParameters = {},
): ILoadOptionsFunctions {
	const host: EditorHost = {
		getCredentials: <T extends object>() => Promise.resolve(credential as T),
		getCurrentNodeParameters: () => parameters,
		getTimezone: () => workflowTimezone,
		getNode: (): INode => ({
			id: '1',
			name: 'WhatsApp Business',
			type: 'whatsAppBusiness',
			typeVersion: 1,
			position: [0, 0],
			parameters,
		}),
	};
	return host as ILoadOptionsFunctions;
}
