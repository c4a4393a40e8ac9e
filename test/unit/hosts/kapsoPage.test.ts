import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { operations } from '../../../nodes/WhatsAppBusiness/operationList';
import { kapsoEvents } from '../../../nodes/shared/events/kapsoEvents';

const page = readFileSync(join(__dirname, '../../../docs/kapso.md'), 'utf8');
const names = operations.map(({ resource, operation }) => `${resource}.${operation}`);
const resources = new Set(operations.map(({ resource }) => resource));

/** What is named like an operation: `resource.operation`. */
const named = [...page.matchAll(/`(\w+)\.(\w+)`/g)]
	.filter(([, resource = '']) => resource.startsWith('kapso') || resources.has(resource))
	.map(([, resource, operation]) => `${resource}.${operation}`);

describe('docs/kapso.md', () => {
	it('names only operations that exist', () => {
		expect(named.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('names every operation that only Kapso has', () => {
		const ofKapso = names.filter((name) => name.startsWith('kapso'));
		expect(ofKapso.filter((name) => !named.includes(name))).toEqual([]);
	});

	it('names only events of the trigger that exist', () => {
		const events = kapsoEvents.map(({ name }) => `Kapso ${name}`);
		const inPage = [
			...page.matchAll(/_(Kapso (?:Message|Conversation|Contact|Workflow|Phone) [^_:]+)_/g),
		];
		expect(inPage.map(([, name]) => name).filter((name) => !events.includes(name ?? ''))).toEqual(
			[],
		);
	});

	it('has a row for each script, reference and asset, each with what does its work', () => {
		const rows = page.split('\n').filter((line) => /^\| .*_[\w-]+\.(js|mjs|json|md)_/.test(line));
		const files = rows.flatMap((row) => row.match(/_[\w-]+\.(js|mjs|json|md)_/g) ?? []);
		// 36 scripts, 11 references and 14 assets.
		expect(files).toHaveLength(61);
		expect(new Set(files).size).toBe(61);
		expect(rows.filter((row) => row.split('|')[2]?.trim() === '')).toEqual([]);
	});
});
