import type { Operation } from '../../operation';
import { sending } from './sending';

/** https://developer.mozilla.org/docs/Web/HTTP/Reference/Methods/PUT */
export const operation: Operation = {
	displayName: 'Put',
	action: 'Put anything to the API',
	description:
		'Replace anything with a PUT request. Meta itself uses POST; other hosts may use PUT.',
	...sending('PUT'),
};
