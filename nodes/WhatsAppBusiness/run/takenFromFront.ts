/**
 * A list that n8n can take apart quickly. At a node with an error output, n8n takes all items off the front with `shift`,
 * and reads the list in no other way. From about 16,000 items on, V8 moves all that are left each time, and n8n does
 * nothing else for seconds.
 * https://github.com/n8n-io/n8n/blob/master/packages/core/src/execution-engine/workflow-execute.ts (handleNodeErrorOutput)
 * @returns the same list, whose first `shift` reverses it.
 */
export function takenFromFront<Item>(items: Item[]): Item[] {
	let isReversed = false;
	return Object.defineProperty(items, 'shift', {
		value: () => {
			if (!isReversed) items.reverse();
			isReversed = true;
			return items.pop();
		},
	});
}
