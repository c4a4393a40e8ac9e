/** Whether nothing in a part of a request has a value. */
export function isEmpty(part: object): boolean {
	return Object.values(part).every((value) => value === undefined);
}
