/** Whether every value of a part of a request is undefined. */
export function isEmpty(part: object): boolean {
	return Object.values(part).every((value) => value === undefined);
}
