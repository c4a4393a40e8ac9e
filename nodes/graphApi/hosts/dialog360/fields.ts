import type { Query } from '../../types';

/** The fields that Meta's request asks for. */
export function fieldsOf({ fields = '' }: Query): string[] {
	return String(fields)
		.split(',')
		.map((field) => field.trim())
		.filter((field) => field !== '');
}

/** The field of a number that 360dialog sends without being asked for. */
export const health = 'health_status';
