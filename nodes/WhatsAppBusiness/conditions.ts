import type { IDisplayOptions } from 'n8n-workflow';

/**
 * What is chosen in the fields that decide which others show, from the outermost to the innermost, e.g.
 * `{ operation: 'sendAndWait', responseType: 'delivery', deliveryMessage: 'sendText' }`.
 */
export type Choices = Readonly<Record<string, string>>;

export type Conditions = Pick<IDisplayOptions, 'show' | 'hide'>;

type Condition = NonNullable<NonNullable<IDisplayOptions['hide']>[string]>[number];

/**
 * n8n's conditions for a field that shows for some choices. All of `show` must match and nothing of `hide` may, and a
 * field that does not show has no value. So a field of an operation that also shows for one choice within another
 * operation hides for the other choices there.
 * @param shown those that it shows for, some of `all`.
 * @param prefix of the names in the conditions.
 * @throws Error if n8n's conditions cannot say it.
 */
export function conditionsFor(
	shown: readonly Choices[],
	all: readonly Choices[],
	prefix: string,
): Conditions {
	const show: NonNullable<IDisplayOptions['show']> = {};
	const hide: NonNullable<IDisplayOptions['hide']> = {};
	let reached = all;
	for (const name of new Set(all.flatMap(Object.keys))) {
		const values = valuesOf(name, shown);
		const others = valuesOf(name, reached).filter((value) => !values.includes(value));
		if (others.length > 0 && values.length > 0) {
			const isListed = shown.every((choices) => name in choices);
			if (isListed && values.length <= others.length) show[prefix + name] = values;
			else hide[prefix + name] = allBut(values, others);
			reached = reached.filter(
				({ [name]: value }) => value === undefined || values.includes(value),
			);
		}
	}
	if (reached.length !== shown.length) throw new Error('n8n has no such conditions');
	return {
		...(Object.keys(show).length > 0 && { show }),
		...(Object.keys(hide).length > 0 && { hide }),
	};
}

function valuesOf(name: string, all: readonly Choices[]): string[] {
	return [...new Set(all.map(({ [name]: value }) => value))].filter((value) => value !== undefined);
}

/** With so many choices, most of them are given as ranges. */
const many = 10;

/**
 * The conditions that match the other values of a field. Where they are many, they are all that come before or after in
 * the alphabet. An expression comes before all, as it begins with '=': the field must not take any.
 */
function allBut(values: readonly string[], others: readonly string[]): Condition[] {
	if (others.length < many) return [...others];
	const [first = '', last = first] = [[...values].sort()[0], [...values].sort().at(-1)];
	const ranges: Condition[] = [
		{ _cnd: { lt: first } },
		{ _cnd: { gt: last } },
		...others.filter((value) => value > first && value < last),
	];
	const length = (conditions: readonly Condition[]) => JSON.stringify(conditions).length;
	return length(ranges) < length(others) ? ranges : [...others];
}
