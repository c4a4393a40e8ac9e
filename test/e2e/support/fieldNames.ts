import type { Locator } from 'playwright-core';

/** What n8n itself puts among the fields. */
const notOurs = ['field', 'allowedHttpRequestDomains'];

/** The names of the fields in a panel or dialog, from top to bottom, so far as they are drawn. */
export async function fieldNames(container: Locator): Promise<string[]> {
	const inputs = await container.locator('[data-test-id^="parameter-input-"]:visible').all();
	const ids = await Promise.all(inputs.map((input) => input.getAttribute('data-test-id')));
	const names = ids.map((id) => (id ?? '').replace('parameter-input-', ''));
	return names.filter((name) => !notOurs.includes(name));
}
