import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Media',
	description: 'Upload files to WhatsApp, download files that customers sent',
	defaultOperation: 'upload',
};
