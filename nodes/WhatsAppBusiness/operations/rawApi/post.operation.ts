import type { Operation } from '../../operation';
import { sending } from './sending';

/** https://developers.facebook.com/docs/graph-api/overview */
export const operation: Operation = {
	displayName: 'Post',
	action: 'Post anything to the API',
	description: 'Create or change anything with the Graph API',
	...sending('POST'),
};
