import type { Operation } from '../../operation';
import { sending } from './sending';

/** https://developer.mozilla.org/docs/Web/HTTP/Reference/Methods/PATCH */
export const operation: Operation = {
	displayName: 'Patch',
	action: 'Patch anything with the API',
	description:
		'Change anything with a PATCH request. Meta itself uses POST; other hosts may use PATCH.',
	...sending('PATCH'),
};
