/**
 * IDs of Kapso's objects in the request cases. Kapso chooses them, so where the cases are played, those of objects that are
 * made for it take their places: `test/support/realObjects.ts`.
 */
export const kapsoIds = {
	conversation: '11111111-0000-4000-8000-000000000001',
	customer: '11111111-0000-4000-8000-000000000002',
	setupLink: '11111111-0000-4000-8000-000000000004',
	user: '11111111-0000-4000-8000-000000000003',
} as const;

/** A resource locator with one of them. */
export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}
